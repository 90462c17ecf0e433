// The picture on the page: events, drawing, names and choices.
const heard = new Map();
function tell(event, what) {
  for (const listener of heard.get(event) ?? []) listener(what);
}
const framed = () => new Promise(done => requestAnimationFrame(() => done()));
const sideName = (side, i) => {
  const head = sources[side.source].head,
    arm = said(head.arms[side.arm].name),
    run = said(head.scenario);
  return `${sides.length > 1 ? `${'AB'[i]} · ` : ''}${sources.length > 1 && run !== arm ? `${run} — ` : ''}${arm}`;
};
const shownSides = () =>
  sides.map((side, i) => ({ side, i })).filter(({ i }) => sides.length < 2 || state.view === 'both' || state.view === 'ab'[i]);

// The picture of a month stands when all of its figures are here; until then the old picture stays, and a later wish
// overtakes an earlier one.
let wish = 0,
  busy = false;
function draw() {
  const mine = ++wish,
    lacking = missing(state.month);
  if (lacking.length === 0) {
    paint();
    return framed();
  }
  busy = true;
  find('stage').setAttribute('aria-busy', 'true');
  return Promise.all(lacking.map(load => load())).then(
    () => {
      if (mine === wish) paint();
      return framed();
    },
    failure => {
      if (mine === wish) fail(failure);
      throw failure;
    },
  );
}
function fail(failure) {
  busy = false;
  if (state.playing) play(false);
  find('stage').setAttribute('aria-busy', 'false');
  find('stage').innerHTML = '';
  find('problem').textContent = failure.message;
  find('problem').hidden = false;
  tell('problem', failure.message);
}
function paint() {
  const m = state.month,
    focused = document.activeElement?.closest?.('#stage .tile')?.dataset.region,
    second = document.activeElement?.closest?.('#stage section.b') !== null;
  busy = false;
  find('problem').hidden = true;
  find('clock').textContent = monthName(m);
  find('scrub').value = m;
  find('scrub').setAttribute('aria-valuetext', monthName(m));
  find('stage').setAttribute('aria-busy', 'false');
  find('stage').innerHTML = shownSides()
    .map(
      ({ side, i }) =>
        `<section class="${'ab'[sides.length > 1 ? i : 1]}"><h2>${esc(sideName(side, i))}</h2>` +
        (local(side, m) === undefined
          ? `<p class="absent">${esc(t('absent'))}</p>`
          : scenes[state.scene](side, m, 'ab'[sides.length > 1 ? i : 1])) +
        '</section>',
    )
    .join('');
  if (focused)
    find('stage')
      .querySelector(`${second ? 'section.b' : 'section'} [data-region=${focused}]`)
      ?.focus();
  compare(m);
}
function compare(m) {
  const both = sides.length === 2 && sides.every(side => local(side, m) !== undefined);
  find('differences').innerHTML = !both
    ? ''
    : `${esc(t('difference'))}${state.world === 'fan' ? ` (${esc(t('ofMedians'))})` : ''}: ` +
      headlines[state.scene]()
        .map(([figure, name, write]) => {
          const gain = less(read(sides[1], figure, m).value, read(sides[0], figure, m).value);
          return `${esc(name)} <b>${esc(orNone(gain, value => signed(value, write)))}</b>`;
        })
        .join(' · ');
}

// What is written on a button is part of its name, so that it can be called by voice.
function label(id, key) {
  find(id).setAttribute('aria-label', t(key));
  find(id).title = t(key);
}
const option = (value, name, chosen) => `<option value="${esc(value)}"${chosen ? ' selected' : ''}>${esc(name)}</option>`;
const armChoices = () =>
  sources.flatMap((source, s) =>
    source.head.arms.map((arm, a) => [
      `${s}:${a}`,
      `${sources.length > 1 && said(source.head.scenario) !== said(arm.name) ? `${said(source.head.scenario)} — ` : ''}${said(arm.name)}`,
    ]),
  );
function provenance({ head }) {
  const { recordedBy, shownBy, unknown, branch } = head;
  return (
    `${sources.length > 1 ? `${esc(said(head.scenario))}: ` : ''}${esc(t('recorded'))} ${esc(recordedBy)}` +
    (recordedBy === shownBy ? '' : ` · <strong>${esc(t('other'))} (${esc(shownBy)})</strong>`) +
    (unknown.length ? ` · <strong>${esc(t('unknown'))} ${esc(unknown.join(', '))}</strong>` : '') +
    (branch ? ` · ${t('branchOf')} ${esc(branch.of)}, ${esc(branch.at)}` : '') +
    ` · ${t('seed')} ${esc(head.seed)} · ${t('result')} ${esc(head.hash.slice(0, 16))}`
  );
}
// Everything but the picture: names, choices, keys, provenance.
function dress() {
  const head = sources[0].head,
    camera = state.camera.region ?? state.camera.industry ?? '';
  root.lang = state.zh ? 'zh' : 'en';
  if (options.page) {
    document.documentElement.lang = root.lang;
    document.title = `${said(head.scenario)} · SimLab`;
  }
  const looked = [...head.regions, ...head.industries].find(([key]) => key === camera);
  find('title').innerHTML =
    esc(sources.map(source => said(source.head.scenario)).join(' | ')) +
    (looked ? ` <small>· ${esc(state.zh ? looked[2] : looked[1])}</small>` : '');
  find('scenes').setAttribute('aria-label', t('scenes'));
  find('scenes').innerHTML = Object.keys(scenes)
    .map(
      (scene, i) =>
        `<button type="button" data-scene="${scene}" aria-pressed="${scene === state.scene}">${i + 1} ${esc(t(scene))}</button>`,
    )
    .join('');
  for (const id of ['home', 'back', 'forward', 'end', 'full', 'scrub']) label(id, id);
  find('play').textContent = state.playing ? '❚❚' : '▶';
  label('play', state.playing ? 'pause' : 'play');
  for (const id of ['speed', 'world', 'loop', 'camera', 'view', 'side-a', 'side-b'])
    find(`${id}-label`).textContent = t(id === 'side-a' ? 'sideA' : id === 'side-b' ? 'sideB' : id);
  find('loop').checked = state.loop;
  find('caption').textContent = state.caption ? said(state.caption) : '';
  find('caption').hidden = !state.caption;
  find('speak').textContent = state.zh ? 'English' : '中文';
  find('speed').innerHTML = [...new Set([...speeds, state.speed])]
    .sort((a, b) => a - b)
    .map(s => option(s, s, s === state.speed))
    .join('');
  find('world').innerHTML = worldNames
    .map(w =>
      option(w, t(w) + (w === 'fan' ? ` × ${head.replicates}` : sources.length > 1 ? '' : ` #${head.worlds[w]}`), w === state.world),
    )
    .join('');
  find('view').innerHTML = views.map(v => option(v, t(v), v === state.view)).join('');
  find('view').parentElement.hidden = sides.length < 2;
  for (const [i, id] of ['side-a', 'side-b'].entries()) {
    find(id).innerHTML = [
      ...armChoices().map(([key, name]) => option(key, name, sides[i] && key === `${sides[i].source}:${sides[i].arm}`)),
      ...(i === 1 ? [option('', t('alone'), !sides[1])] : []),
    ].join('');
    find(id).parentElement.hidden = armChoices().length < 3;
  }
  find('camera').innerHTML =
    option('', t('whole'), camera === '') +
    [
      ['byRegion', head.regions],
      ['byIndustry', head.industries],
    ]
      .map(([name, list]) => {
        const choices = list.map(([key, en, zh]) => option(key, state.zh ? zh : en, key === camera));
        return `<optgroup label="${esc(t(name))}">${choices.join('')}</optgroup>`;
      })
      .join('');
  find('predict').textContent = t('predict');
  find('predict').setAttribute('aria-pressed', String(state.guess !== null));
  for (const id of ['inspect', 'branch']) {
    find(id).hidden = !options[id];
    find(id).textContent = t(id);
  }
  find('origin').innerHTML = `${esc(t('keys'))} · ` + sources.map(provenance).join(' · ');
  askRoom();
  return draw();
}
