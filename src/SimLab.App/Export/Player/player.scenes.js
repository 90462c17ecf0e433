// The scenes, drawn as SVG from the figures of a month.
const text = (x, y, size, what, more = '') => `<text x="${x}" y="${y}" font-size="${size}" ${more}>${esc(what)}</text>`;
const svg = (label, inside, role = 'img', height = 400) =>
  `<svg viewBox="0 0 600 ${height}" preserveAspectRatio="xMidYMin" role="${role}" aria-label="${esc(label)}">${inside}</svg>`;
const middle = 'text-anchor="middle"';

function map(side, m, id) {
  const all = regions(),
    w = 600 / Math.max(6, ...all.map(each => each[3] + 1)),
    h = 82,
    end = h * Math.max(...all.map(each => each[4] + 1));
  let out = '';
  for (let region = 0; region < all.length; region++) {
    const [key, en, zh, column, row] = all[region],
      [x, y] = [column * w, row * h],
      name = state.zh ? zh : en;
    const loans = tile(side, 'sme_loans_owed', region, m),
      full = Math.min(1, Math.max(0, loans / fullest(region))),
      highTech = tile(side, 'high_tech', region, m);
    const chosen = state.camera.region === key;
    out +=
      `<g class="tile ${chosen ? 'chosen' : state.camera.region ? 'dim' : ''}" tabindex="0" role="button" ` +
      `aria-pressed="${chosen}" data-region="${key}">` +
      `<rect class="track" x="${x + 2}" y="${y + 2}" width="${w - 4}" height="${h - 4}" rx="6"/>` +
      `<rect class="${id}" stroke="none" opacity=".28" x="${x + 2}" y="${y + 2 + (h - 4) * (1 - full)}" ` +
      `width="${w - 4}" height="${(h - 4) * full}" rx="6"/>` +
      text(x + w / 2, y + 17, state.zh ? 14.5 : name.length > 12 ? 9.5 : name.length > 9 ? 11.5 : 13.5, name, middle) +
      text(x + w / 2, y + 43, 25, count(highTech), `${middle} font-weight="700"`) +
      text(
        x + w / 2,
        y + 61,
        13.5,
        `★ ${count(tile(side, 'specialised', region, m))}  ◆ ${count(tile(side, 'little_giant', region, m))}`,
        middle,
      ) +
      text(x + w / 2, y + 76, 12.5, money(loans).replace(' yuan', ''), `${middle} class="soft"`) +
      '</g>';
  }
  // Counts need less room than the sum of loans, which stands last.
  const starts = [4, 104, 222, 344, 444];
  headlines.map().forEach(([figure, name, write], i) => {
    out +=
      text(starts[i], end + 18, 12.5, name, 'class="soft"') +
      text(starts[i], end + 42, 19, write(read(side, figure, m).value), 'font-weight="700"');
  });
  return svg(`${t('map')}, ${monthName(m)}`, out + text(4, end + 66, 12.5, t('fill'), 'class="soft"'), 'group', end + 72);
}

function race(side, m, id) {
  const list = targets(side),
    gap = Math.min(92, 364 / Math.max(1, list.length)),
    whole = place() === 'all',
    source = sources[side.source];
  if (list.length === 0) return svg(t('race'), text(300, 180, 20, t('noTargets'), middle));
  // Up to four targets have room for a line below the bar; more have it beside their names.
  const tight = list.length > 4,
    bar = tight ? 12 : 24,
    notes = source.head.unshown ?? [];
  let out = '';
  list.forEach((target, i) => {
    const y = (tight ? 16 : 24) + i * gap,
      now = read(side, target.figure, m),
      arm = source.head.arms[side.arm].id,
      write = writer(target),
      wanted = target.wanted[arm] ?? null;
    const most = 1.08 * Math.max(whole ? (wanted ?? 0) : 0, top(target.figure, target.share ? 1e-3 : 1)),
      x = value => (560 * Math.max(0, value)) / most;
    const over = whole && target.at >= 0 && local(side, m) >= target.at,
      chance = target.arms[arm]?.probability,
      above = y + (tight ? 6 : 10),
      centre = above + bar / 2;
    const aim = `${t(whole ? 'target' : 'provincial')} ${orNone(wanted, write)} · ${target.month ?? ''}`,
      name = `${said(target.name)}${target.yearly ? (state.zh ? `(${t('inYear')})` : `, ${t('inYear')}`) : ''}`;
    const odds = over && typeof chance === 'number' ? `${t('chance')} ${Math.round(chance * 100)} %` : '';
    out +=
      text(0, y, tight ? 13 : 18, tight ? `${name} · ${aim}` : name) +
      text(
        596,
        y + 2,
        tight ? 18 : 28,
        now.value === null ? `— ${t('nothing')}` : write(now.value),
        `text-anchor="end" font-weight="700" data-target="${target.id}" data-arm="${arm}" ` +
          `data-value="${now.value}" data-low="${now.low}" data-high="${now.high}"`,
      ) +
      `<rect class="track" x="0" y="${above}" width="560" height="${bar}" rx="4"/>` +
      (now.value === null
        ? ''
        : `<rect class="${id}" stroke="none" x="0" y="${above}" width="${x(now.value)}" height="${bar}" rx="4"/>` +
          `<path class="rule" stroke-width="3" fill="none" d="M${x(now.low)},${centre - bar * 0.3} v${bar * 0.6} ` +
          `M${x(now.low)},${centre} H${x(now.high)} M${x(now.high)},${centre - bar * 0.3} v${bar * 0.6}"/>`) +
      (whole && wanted !== null
        ? `<line class="mark" x1="${x(wanted)}" x2="${x(wanted)}" y1="${above - 4}" y2="${above + bar + 6}"/>`
        : '') +
      (tight ? '' : text(0, y + 54, 15, aim)) +
      (odds
        ? text(
            560,
            y + (tight ? 33 : 54),
            tight ? 12 : 15,
            odds,
            `text-anchor="end" font-weight="700" class="${chance >= 0.5 ? 'good' : ''}"`,
          )
        : '');
  });
  if (notes.length > 0) out += text(0, 383, 11, `${t('unshown')} ${notes.map(said).join(state.zh ? '、' : ', ')}`, 'class="soft"');
  return svg(`${t('race')}, ${monthName(m)}`, out + text(0, 396, 12.5, t('interval'), 'class="soft"'));
}

function box(x, y, name, value) {
  return (
    `<rect class="track" x="${x}" y="${y}" width="118" height="66" rx="8"/>` +
    text(x + 59, y + 22, name.length > 18 ? 10.5 : name.length > 12 ? 12 : 14, name, middle) +
    text(x + 59, y + 52, count(value).length > 6 ? 21 : 26, count(value), `${middle} font-weight="700"`)
  );
}
// A short arrow has its figures above the boxes it joins.
function arrow(x1, x2, y, flow, year, id) {
  const wide = Math.max(1.5, Math.min(14, Math.sqrt(Math.max(0, year)) / 2)),
    short = x2 - x1 < 80;
  return (
    `<line class="${id}" opacity=".75" stroke-width="${wide}" x1="${x1}" x2="${x2 - 8}" y1="${y}" y2="${y}"/>` +
    `<path class="${id}" stroke="none" d="M${x2},${y} l-10,-7 v14 z"/>` +
    text((x1 + x2) / 2, short ? y - 54 : y - 12, 15, `+${count(flow)}`, `${middle} font-weight="700"`) +
    text((x1 + x2) / 2, short ? y - 39 : y + 24, 12, `${t('year')} +${count(year)}`, `${middle} class="soft"`)
  );
}
function flows(side, m, id) {
  const of = figure => read(side, figure, m).value,
    year = figure => of(`${figure}.year`);
  const risen = (x, y, key) => arrow(x, x + 42, y, of(key), year(key), id);
  const down = (x, y, key) =>
    text(x + 59, y + 82, 12, `${t('lapsed')} −${count(of(key))}`, `${middle} class="soft"`) +
    text(x + 59, y + 97, 12, `${t('year')} −${count(year(key))}`, `${middle} class="soft"`);
  const out =
    box(0, 40, t('firms'), of('firms')) +
    risen(118, 73, 'innovativeUp') +
    box(160, 40, t('innovative'), of('innovative')) +
    down(160, 40, 'innovativeDown') +
    risen(278, 73, 'new_specialised') +
    box(320, 40, t('specialisedFull'), of('specialised')) +
    down(320, 40, 'specialisedDown') +
    risen(438, 73, 'new_little_giant') +
    box(480, 40, t('giantsFull'), of('little_giant')) +
    down(480, 40, 'giantDown') +
    text(139, 154, 12, t('renewed'), `${middle} class="soft"`) +
    box(0, 190, t('below'), of('firms') - of('above_scale')) +
    arrow(118, 320, 223, of('new_above_scale'), year('new_above_scale'), id) +
    box(320, 190, t('aboveFull'), of('above_scale')) +
    down(320, 190, 'aboveDown') +
    box(0, 300, t('founded'), of('founded')) +
    arrow(118, 240, 333, of('founded'), year('founded'), id) +
    box(240, 300, t('business'), of('firms')) +
    arrow(358, 480, 333, of('left'), year('left'), id) +
    box(480, 300, t('closed'), of('left')) +
    text(598, 386, 13, `${t('insolvent')} ${count(of('insolvent'))}`, 'text-anchor="end" class="soft"');
  return svg(`${t('flows')}, ${monthName(m)}`, out);
}

// The span of a line on both sides, so that the two pictures have one scale.
const spans = new Map();
function spanOf(figure) {
  const key = `${figure}|${place()}|${state.world}|${limit()}`;
  if (!spans.has(key)) {
    const all = sides.flatMap(side =>
      clock.slice(0, limit() + 1).flatMap((_, k) => {
        const s = track(side, figure, k);
        return s ? [s.low, s.high, s.value] : [];
      }),
    );
    const [low, high] = [Math.min(...all), Math.max(...all)],
      room = (high - low || 1) * 0.08;
    spans.set(key, [low - room, high + room]);
  }
  return spans.get(key);
}
function chart(base, title, side, m, id, figure) {
  const high = 92,
    span = spanOf(figure),
    now = track(side, figure, m);
  const x = k => (600 * k) / Math.max(1, last),
    y = value => base + 26 + high * (1 - (value - span[0]) / (span[1] - span[0]));
  const upTo = Array.from({ length: m + 1 }, (_, k) => [k, track(side, figure, k)]).filter(([, s]) => s);
  const band = (low, high) =>
    upTo
      .map(([k, s]) => `${x(k).toFixed(1)},${y(s[high]).toFixed(1)}`)
      .concat(upTo.map(([k, s]) => `${x(k).toFixed(1)},${y(s[low]).toFixed(1)}`).reverse())
      .join(' ');
  const line = upTo.map(([k, s]) => `${x(k).toFixed(1)},${y(s.value).toFixed(1)}`).join(' ');
  return (
    text(0, base + 14, 15, title, 'class="soft"') +
    text(598, base + 16, 24, money(now.value), 'text-anchor="end" font-weight="700"') +
    `<rect class="track" opacity=".5" x="0" y="${base + 26}" width="600" height="${high}"/>` +
    `<polygon class="${id}" stroke="none" opacity=".2" points="${band('low', 'high')}"/>` +
    (state.world === 'fan' ? `<polygon class="${id}" stroke="none" opacity=".25" points="${band('q1', 'q3')}"/>` : '') +
    `<polyline class="${id}" fill="none" points="${line}"/><circle class="${id}" cx="${x(m)}" cy="${y(now.value)}" r="5"/>`
  );
}
function credit(side, m, id) {
  return svg(
    `${t('credit')}, ${monthName(m)}`,
    chart(8, t('smeOwed'), side, m, id, 'sme_loans_owed') +
      chart(133, t('inclusive'), side, m, id, 'inclusive_loans_owed') +
      chart(258, t('arrears'), side, m, id, 'arrears') +
      text(0, 396, 12.5, monthName(0), 'class="soft"') +
      text(600, 396, 12.5, monthName(last), 'text-anchor="end" class="soft"'),
  );
}

function cost(side, m, id) {
  const list = costs(side),
    all = read(side, 'cost', m).value,
    most = Math.max(1, ...sides.flatMap(each => costs(each).map(c => top(c.figure))));
  let out =
    text(0, 18, 17, t('total'), 'class="soft"') +
    text(0, 66, 48, money(all), `font-weight="700" data-cost="${all}" data-arm="${sources[side.source].head.arms[side.arm].id}"`);
  const paid = list.map(c => ({ ...c, value: read(side, c.figure, m).value }));
  if (all === 0 && m === last) return svg(t('cost'), out + text(0, 120, 18, t('none')));
  const gap = Math.min(60, 290 / Math.max(1, list.length));
  paid.forEach((c, i) => {
    const y = 100 + i * gap,
      bar = Math.min(26, gap * 0.5);
    out +=
      text(0, y, Math.min(16, gap * 0.4), `${c.id} ${c.name[state.zh ? 1 : 0]}`) +
      text(598, y + bar * 0.9 + 5, Math.min(18, gap * 0.5), money(c.value), 'text-anchor="end" font-weight="700"') +
      `<rect class="track" x="0" y="${y + 5}" width="460" height="${bar}" rx="3"/>` +
      `<rect class="${id}" stroke="none" x="0" y="${y + 5}" width="${(460 * Math.max(0, c.value)) / most}" height="${bar}" rx="3"/>`;
  });
  return svg(`${t('cost')}, ${monthName(m)}`, out);
}

const scenes = { map, race, flows, credit, cost };
// The figures by which two sides are compared in one line.
const headlines = {
  map: () => [
    ['high_tech', t('highTech'), count],
    ['specialised', `★ ${t('specialised')}`, count],
    ['little_giant', `◆ ${t('giants')}`, count],
    ['above_scale', t('above'), count],
    ['sme_loans_owed', t('sme'), money],
  ],
  race: () =>
    targets(sides[0])
      .filter(target => sides.every(side => targets(side).some(each => each.id === target.id)))
      .map(target => [target.figure, said(target.name), writer(target, count)]),
  flows: () => [
    ['innovative', t('innovative'), count],
    ['specialised', t('specialisedFull'), count],
    ['little_giant', t('giantsFull'), count],
    ['above_scale', t('aboveFull'), count],
    ['firms', t('firms'), count],
  ],
  credit: () => [
    ['sme_loans_owed', t('smeOwed'), money],
    ['inclusive_loans_owed', t('inclusive'), money],
    ['arrears', t('arrears'), money],
  ],
  cost: () => [['cost', t('cost'), money]],
};
