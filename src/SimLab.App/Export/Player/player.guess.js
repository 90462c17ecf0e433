// Predict first: nothing after the shown month can be reached until the room has guessed.
const asked = () => targets(sides[state.guess.side])[state.guess.target];
const guessUnit = target => (target.money ? (state.zh ? [1e4, '亿元'] : [1e5, 'bn yuan']) : target.share ? [0.01, '%'] : [1, '']);
function askRoom() {
  const guess = state.guess,
    box = find('guess');
  box.hidden = guess === null;
  find('scrub').max = guess && guess.asked && !guess.revealed ? guess.lock : last;
  if (guess === null) {
    box.innerHTML = '';
    return;
  }
  if (!guess.asked) {
    const months = clock.map((_, m) => m).filter(m => m > state.month && local(sides[guess.side], m) !== undefined);
    const whose = sides.map((side, i) => option(i, sideName(side, i), i === guess.side));
    const what = targets(sides[guess.side]).map((target, i) => option(i, said(target.name), i === guess.target));
    const when = months.map(m => option(m, monthName(m), m === guess.month));
    const select = (id, words, list) => `<label>${esc(t(words))} <select id="${id}">${list.join('')}</select></label>`;
    box.innerHTML =
      `<form id="ask"><strong>${esc(t('predict'))}</strong>` +
      (sides.length > 1 ? select('guess-side', 'whose', whose) : '') +
      select('guess-target', 'what', what) +
      select('guess-month', 'when', when) +
      `<button class="chief">${esc(t('start'))}</button><button type="button" id="forget">${esc(t('cancel'))}</button></form>`;
    return;
  }
  const target = asked(),
    [, unit] = guessUnit(target),
    where = place() === 'all' ? '' : ` (${find('camera').selectedOptions[0]?.textContent ?? place()})`,
    question = `${monthName(guess.month)} · ${said(target.name)}${where} · ${sideName(sides[guess.side], guess.side)}`;
  if (!guess.revealed) {
    box.innerHTML =
      `<form id="told"><strong>${esc(question)}: ${esc(t('ask'))}</strong><label>${esc(t('guesses'))} ` +
      `<input type="text" id="room" inputmode="decimal" autocomplete="off" value="${esc(guess.typed ?? '')}"> ${esc(unit)}</label>` +
      `<button class="chief">${esc(t('reveal'))}</button><button type="button" id="forget">${esc(t('cancel'))}</button>` +
      `<span role="status">${esc(guess.complaint ? t('noGuess') : t('hidden'))}</span></form>`;
    return;
  }
  const truth = guess.truth,
    write = writer(target);
  if (truth.value === null) {
    box.innerHTML =
      `<form id="told"><strong>${esc(question)}</strong><button class="chief">${esc(t('goOn'))}</button></form>` +
      `<p>— ${esc(t('nothing'))}</p>`;
    return;
  }
  const all = [...guess.guesses, truth.low, truth.high, truth.value],
    low = Math.min(...all),
    high = Math.max(...all),
    x = value => 30 + (1140 * (value - low)) / (high - low || 1);
  const errors = guess.guesses.map(
    g => `${esc(t('guessed'))} <b class="guessed">${esc(write(g))}</b>, ${esc(t('off'))} ${esc(signed(g - truth.value, write))}`,
  );
  const css = 'ab'[sides.length > 1 ? guess.side : 1];
  box.innerHTML =
    `<form id="told"><strong>${esc(question)}</strong><button class="chief">${esc(t('goOn'))}</button></form>` +
    `<p>${esc(t('truth'))} <b id="truth" data-value="${truth.value}">${esc(write(truth.value))}</b> ` +
    `(90 %: ${esc(write(truth.low))} – ${esc(write(truth.high))}) · ${errors.join(' · ')}</p>` +
    `<svg viewBox="0 0 1200 52" role="img" aria-label="${esc(t('guesses'))}">` +
    `<rect class="track" x="0" y="30" width="1200" height="12" rx="4"/>` +
    `<rect class="${css}" stroke="none" opacity=".4" x="${x(truth.low)}" y="24" ` +
    `width="${Math.max(2, x(truth.high) - x(truth.low))}" height="24" rx="4"/>` +
    `<circle class="${css}" cx="${x(truth.value)}" cy="36" r="11"/>` +
    guess.guesses.map(g => `<path class="pointer" d="M${x(g)},26 l-11,-20 h22 z"/>`).join('') +
    '</svg>';
}
function predict({ target, month, side } = {}) {
  if (state.playing) play(false);
  if (state.guess || !sides.some(each => targets(each).length > 0)) return forget();
  if (state.month >= last) {
    find('differences').textContent = t('tooLate');
    return framed();
  }
  const s = side ?? sides.length - 1,
    list = targets(sides[s]),
    of =
      target === undefined
        ? 0
        : list.findIndex(
            each =>
              each.id ===
              oneOf(
                list.map(each => each.id),
                target,
                'Target',
              ),
          );
  state.guess = {
    side: s,
    target: of,
    month:
      month === undefined
        ? dueMonth(sides[s], list[of])
        : clock.indexOf(Number(oneOf(clock.map(named), month, 'Month').replace('-', ''))),
    asked: month !== undefined,
    revealed: false,
    lock: state.month,
    guesses: [],
  };
  const drawn = dress();
  find(month === undefined ? 'guess-target' : 'room').focus();
  return drawn;
}
// Its own month where that is still to come, else the last.
function dueMonth(side, target) {
  const at = target.at >= 0 ? clock.indexOf(sources[side.source].head.months[target.at]) : -1;
  return at > state.month ? at : last;
}
// Numbers with spaces or Chinese commas between them; a comma within a number parts thousands.
const numbersIn = typed =>
  typed
    .split(/[\s;\uff1b\u3001\uff0c]+|,(?!\d{3}(?!\d))/)
    .filter(Boolean)
    .map(each => Number(each.replace(/[,\uff0c]/g, '')));
async function guess(typed) {
  const open = state.guess,
    target = asked(),
    [unit] = guessUnit(target),
    numbers = numbersIn(String(typed));
  open.typed = typed;
  if (numbers.length === 0 || numbers.some(number => !Number.isFinite(number))) {
    open.complaint = true;
    dress();
    find('room').focus();
    return;
  }
  open.guesses = numbers.map(number => number * unit);
  const from = state.month;
  state.month = open.month;
  try {
    await Promise.all(missing(open.month).map(load => load()));
  } catch (failure) {
    state.month = from;
    fail(failure);
    throw failure;
  }
  open.truth = read(sides[open.side], target.figure, open.month);
  open.revealed = true;
  spans.clear();
  await dress();
  root.querySelector('#guess button')?.focus();
  tell('month', monthName(state.month));
  tell('reveal', { guesses: open.guesses, truth: open.truth.value });
}
function forget() {
  state.guess = null;
  spans.clear();
  return dress();
}
