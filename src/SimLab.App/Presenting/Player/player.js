'use strict';
// Replays one recording. Figures lie in the page; a place in a column is (arm * replicates + replicate) * months + month.
const data = JSON.parse(document.getElementById('data').textContent);
const { months, replicates, regions } = data;
const M = months.length, last = M - 1;
const $ = id => document.getElementById(id);
const state = { month: 0, playing: false, scene: 'map', world: 'median', speed: 4, loop: false, zh: navigator.language.startsWith('zh'), camera: { region: null, industry: null, enterprise: null }, caption: null, until: null };

const words = {
  map: ['Map', '地图'], race: ['Targets', '目标'], flows: ['Firms rising', '企业梯队'], credit: ['Credit and arrears', '信贷与拖欠'], cost: ['Public cost', '财政成本'],
  play: ['Play', '播放'], pause: ['Pause', '暂停'], home: ['To the first month', '回到首月'], end: ['To the last month', '到末月'], back: ['One month back', '后退一月'],
  forward: ['One month on', '前进一月'], full: ['Full screen', '全屏'], scrub: ['Month', '月份'], speed: ['Months a second', '每秒月数'], loop: ['Loop', '循环'],
  world: ['World', '抽样'], median: ['median world', '中位抽样'], best: ['best world', '最好抽样'], worst: ['worst world', '最差抽样'], fan: ['all, as a fan', '全部(扇形)'],
  sme: ['SME loans', '中小企业贷款'], fill: ['Fill: SME loans, against the highest the region reaches in this run', '填充:中小企业贷款余额,以本区本次运行最高值为满'],
  highTech: ['high-tech', '高企'], specialised: ['specialised', '专精特新'], giants: ['little giants', '小巨人'], above: ['above scale', '规上'],
  target: ['target', '目标'], inYear: ['this year so far', '本年累计'], chance: ['probability of being met', '达标概率'], interval: ['line: 90 % of all worlds', '细线:90%的抽样'],
  firms: ['All firms', '全部企业'], innovative: ['Innovative SMEs', '创新型中小企业'], specialisedFull: ['Specialised', '专精特新'], giantsFull: ['Little giants', '“小巨人”'],
  below: ['Below scale, and others', '规下及其他'], aboveFull: ['Above scale', '规上企业'], founded: ['Founded', '新设'], closed: ['Closed', '退出'], insolvent: ['of them insolvent', '其中破产'],
  business: ['In business', '存续企业'], lapsed: ['lapsed', '失去'], year: ['this year', '本年'], renewed: ['recognised or renewed', '认定与复核'],
  inclusive: ['Inclusive small-firm loans', '普惠小微贷款余额'], smeOwed: ['SME loans owed', '中小企业贷款余额'], arrears: ['Overdue to small firms, from public bodies and large firms', '机关事业单位与大型企业拖欠账款'],
  total: ['Public cost since the start', '自起始月累计财政成本'], clause: ['Clause', '第'], none: ['Nothing is spent in this arm.', '此情形无财政支出。'],
  recorded: ['Recorded by build', '录制版本'], other: ['Exported by another build; the figures are the recording’s.', '由另一版本导出;数字为录制时的数字。'], seed: ['seed', '种子'], result: ['result', '结果'],
  keys: ['Space plays; arrows step; Home, End; 1–5 scenes; L loop; W world; E 中文; F full screen', '空格播放;方向键逐月;Home/End 首末;1–5 场景;L 循环;W 抽样;E English;F 全屏'],
};
const t = key => words[key][state.zh ? 1 : 0];
const said = pair => pair[state.zh ? 1 : 0];
const esc = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const count = value => Math.round(value).toLocaleString('en-US');
// Money comes in units of 10,000 yuan.
const digits = (value, most) => value.toLocaleString('en-US', { minimumFractionDigits: most, maximumFractionDigits: most });
const money = value => state.zh ? digits(value / 1e4, Math.abs(value) < 1e5 ? 2 : 1) + ' 亿元' : Math.abs(value) < 1e5 ? digits(value / 100, 0) + ' m yuan' : digits(value / 1e5, 1) + ' bn yuan';
const monthName = m => `${Math.floor(months[m] / 100)}-${String(months[m] % 100).padStart(2, '0')}`;
const yearStart = m => { let first = m; while (first > 1 && months[first] % 100 !== 1) first--; return first; };

// A figure of one world, and how it lies over all of them; quantiles of type 7, as in targets.json.
const at = (values, arm, replicate, m) => values[(arm * replicates + replicate) * M + m];
const known = new Map();
function spread(key, arm, m, read) {
  const name = `${key}|${arm}|${m}`;
  let found = known.get(name);
  if (!found) {
    const all = Array.from({ length: replicates }, (_, r) => read(arm, r, m));
    const sorted = all.slice().sort((a, b) => a - b);
    const quantile = share => { const place = share * (sorted.length - 1), low = Math.floor(place); return sorted[low] + (place - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]); };
    known.set(name, found = { all, low: quantile(.05), middle: quantile(.5), high: quantile(.95) });
  }
  return { low: found.low, high: found.high, value: state.world === 'fan' ? found.middle : found.all[worlds[state.world]] };
}
const stock = (column, arm, m) => spread(column, arm, m, (a, r, i) => at(data.province[column], a, r, i));
const inRegion = (column, region, arm, m) => spread(`${column}@${region}`, arm, m, (a, r, i) => data.map[column][((a * replicates + r) * M + i) * regions.length + region]);
const sum = (key, values, arm, m, from) => spread(`${key}+${from}`, arm, m, (a, r, i) => { let all = 0; for (let k = Math.max(1, from); k <= i; k++) all += at(values, a, r, k); return all; });
const thisYear = (key, values, arm, m) => sum(key, values, arm, m, m === 0 ? 1 : yearStart(m));
const together = (name, columns, arm, m) => spread(name, arm, m, (a, r, i) => columns.reduce((all, column) => all + at(data.province[column], a, r, i), 0));

// What a target counts, in one world.
const counted = {
  high_tech_enterprises: (a, r, m) => at(data.province.high_tech, a, r, m),
  new_specialised_smes: (a, r, m) => inYear(data.province.new_specialised, a, r, m),
  new_above_scale: (a, r, m) => inYear(data.province.new_above_scale, a, r, m),
  new_sme_loans: (a, r, m) => at(data.province.sme_loans_owed, a, r, m) - at(data.province.sme_loans_owed, a, r, m === 0 ? 0 : yearStart(m) - 1),
};
function inYear(values, a, r, m) { let all = 0; for (let k = m === 0 ? 1 : yearStart(m); k <= m; k++) all += at(values, a, r, k); return all; }
const raced = (id, arm, m) => spread(id, arm, m, counted[id]);
const targets = data.targets.filter(target => counted[target.id] && typeof target.target === 'number')
  .map(target => ({ ...target, month: months.indexOf(Number(target.month.replace('-', ''))), money: target.unit === 'yuan', wanted: target.unit === 'yuan' ? target.target / 1e4 : target.target }));

// Worlds in the order of the policy's first target, at its month.
const worlds = (() => {
  const lead = targets[0], policy = data.arms.length - 1, m = lead && lead.month >= 0 ? lead.month : last;
  const order = Array.from({ length: replicates }, (_, r) => ({ r, v: counted[lead ? lead.id : 'high_tech_enterprises'](policy, r, m) })).sort((a, b) => a.v - b.v || a.r - b.r);
  return { worst: order[0].r, median: order[Math.floor((order.length - 1) / 2)].r, best: order[order.length - 1].r };
})();

const text = (x, y, size, what, more = '') => `<text x="${x}" y="${y}" font-size="${size}" ${more}>${esc(what)}</text>`;
const svg = (label, inside) => `<svg viewBox="0 0 600 400" preserveAspectRatio="xMidYMin" role="img" aria-label="${esc(label)}">${inside}</svg>`;
const middle = 'text-anchor="middle"';

const tiles = [[4, 2], [4, 1], [1, 0], [3, 0], [5, 1], [6, 3], [3, 1], [2, 0], [6, 2], [0, 0], [6, 1], [5, 2], [5, 3], [3, 2], [4, 3]];
function fullest(region) {
  const name = `fullest${state.world}${region}`;
  if (!known.has(name)) known.set(name, Math.max(1, ...data.arms.flatMap((_, arm) => months.map((_, m) => inRegion('sme_loans_owed', region, arm, m).value))));
  return known.get(name);
}
function map(arm, m, id) {
  const w = 600 / 7, h = 88;
  let out = '';
  for (let region = 0; region < regions.length; region++) {
    const [x, y] = [tiles[region][0] * w, tiles[region][1] * h];
    const loans = inRegion('sme_loans_owed', region, arm, m).value, full = Math.min(1, loans / fullest(region));
    out += `<g><rect class="track" x="${x + 2}" y="${y + 2}" width="${w - 4}" height="${h - 4}" rx="6"/>`
      + `<rect class="${id}" stroke="none" opacity=".28" x="${x + 2}" y="${y + 2 + (h - 4) * (1 - full)}" width="${w - 4}" height="${(h - 4) * full}" rx="6"/>`
      + text(x + w / 2, y + 17, state.zh ? 14 : regions[region][0].length > 9 ? 9.5 : 12.5, said(regions[region]), middle)
      + text(x + w / 2, y + 43, 24, count(inRegion('high_tech', region, arm, m).value), `${middle} font-weight="700"`)
      + text(x + w / 2, y + 61, 13, `★ ${count(inRegion('specialised', region, arm, m).value)}  ◆ ${count(inRegion('little_giant', region, arm, m).value)}`, middle)
      + text(x + w / 2, y + 78, 12, money(loans).replace(' yuan', ''), `${middle} class="quiet"`) + '</g>';
  }
  const lines = [[t('highTech'), stock('high_tech', arm, m).value, count], [`★ ${t('specialised')}`, stock('specialised', arm, m).value, count],
    [`◆ ${t('giants')}`, stock('little_giant', arm, m).value, count], [t('above'), stock('above_scale', arm, m).value, count], [t('sme'), stock('sme_loans_owed', arm, m).value, money]];
  lines.forEach(([name, value, write], i) => { out += text(4, 130 + i * 48, 14, name, 'class="quiet"') + text(4, 155 + i * 48, 25, write(value), 'font-weight="700"'); });
  return svg(`${t('map')}, ${monthName(m)}`, out + text(4, 392, 12, t('fill'), 'class="quiet"'));
}

function race(arm, m, id) {
  const gap = 92;
  let out = '';
  targets.forEach((target, i) => {
    const y = 24 + i * gap, now = raced(target.id, arm, m), write = target.money ? money : value => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
    const name = `widest${target.id}`;
    if (!known.has(name)) known.set(name, 1.08 * Math.max(target.wanted, ...data.arms.flatMap((_, a) => months.map((_, k) => raced(target.id, a, k).high))));
    const most = known.get(name);
    const x = value => 560 * Math.max(0, value) / most;
    const yearly = target.id !== 'high_tech_enterprises';
    const over = target.month >= 0 && m >= target.month, chance = target.arms[data.arms[arm].id]?.probability;
    out += text(0, y, 17, `${state.zh ? target.nameZh : target.name}${yearly ? (state.zh ? `(${t('inYear')})` : `, ${t('inYear')}`) : ''}`)
      + text(596, y + 2, 27, write(now.value), `text-anchor="end" font-weight="700" data-target="${target.id}" data-arm="${id}" data-value="${now.value}" data-low="${now.low}" data-high="${now.high}"`)
      + `<rect class="track" x="0" y="${y + 10}" width="560" height="24" rx="4"/><rect class="${id}" stroke="none" x="0" y="${y + 10}" width="${x(now.value)}" height="24" rx="4"/>`
      + `<line class="rule" stroke-width="3" x1="${x(now.low)}" x2="${x(now.high)}" y1="${y + 22}" y2="${y + 22}"/><line class="rule" stroke-width="3" x1="${x(now.low)}" x2="${x(now.low)}" y1="${y + 15}" y2="${y + 29}"/><line class="rule" stroke-width="3" x1="${x(now.high)}" x2="${x(now.high)}" y1="${y + 15}" y2="${y + 29}"/>`
      + `<line class="mark" x1="${x(target.wanted)}" x2="${x(target.wanted)}" y1="${y + 6}" y2="${y + 40}"/>`
      + text(0, y + 54, 14, `${t('target')} ${write(target.wanted)} · ${target.month >= 0 ? monthName(target.month) : ''}`)
      + (over && typeof chance === 'number' ? text(560, y + 54, 14, `${t('chance')} ${Math.round(chance * 100)} %`, `text-anchor="end" font-weight="700" class="${chance >= .5 ? 'good' : ''}"`) : '');
  });
  return svg(`${t('race')}, ${monthName(m)}`, out + text(0, 396, 12, t('interval'), 'class="quiet"'));
}

function box(x, y, name, value) {
  return `<rect class="track" x="${x}" y="${y}" width="118" height="66" rx="8"/>` + text(x + 59, y + 22, name.length > 13 ? 10.5 : 13, name, middle) + text(x + 59, y + 52, count(value).length > 6 ? 20 : 25, count(value), `${middle} font-weight="700"`);
}
// A short arrow has its figures above the boxes it joins.
function arrow(x1, x2, y, flow, year, id) {
  const wide = Math.max(1.5, Math.min(14, Math.sqrt(Math.max(0, year)) / 2)), short = x2 - x1 < 80;
  return `<line class="${id}" opacity=".75" stroke-width="${wide}" x1="${x1}" x2="${x2 - 8}" y1="${y}" y2="${y}"/><path class="${id}" stroke="none" d="M${x2},${y} l-10,-7 v14 z"/>`
    + text((x1 + x2) / 2, short ? y - 54 : y - 12, 14, `+${count(flow)}`, `${middle} font-weight="700"`) + text((x1 + x2) / 2, short ? y - 39 : y + 24, 11, `${t('year')} +${count(year)}`, `${middle} class="quiet"`);
}
function flows(arm, m, id) {
  const month = values => m === 0 ? 0 : spread(values, arm, m, (a, r, i) => at(data.province[values] ?? data.flows[values], a, r, i)).value;
  const year = values => thisYear(values, data.province[values] ?? data.flows[values], arm, m).value;
  const risen = (x, y, key) => arrow(x, x + 42, y, month(key), year(key), id);
  const down = (x, y, key) => text(x + 59, y + 84, 12, `${t('lapsed')} −${count(month(key))} · ${t('year')} −${count(year(key))}`, `${middle} class="quiet"`);
  const out = box(0, 40, t('firms'), stock('firms', arm, m).value) + risen(118, 73, 'innovativeUp') + box(160, 40, t('innovative'), stock('innovative', arm, m).value) + down(160, 40, 'innovativeDown')
    + risen(278, 73, 'new_specialised') + box(320, 40, t('specialisedFull'), stock('specialised', arm, m).value) + down(320, 40, 'specialisedDown')
    + risen(438, 73, 'new_little_giant') + box(480, 40, t('giantsFull'), stock('little_giant', arm, m).value) + down(480, 40, 'giantDown')
    + text(139, 140, 11, t('renewed'), `${middle} class="quiet"`)
    + box(0, 185, t('below'), stock('firms', arm, m).value - stock('above_scale', arm, m).value) + arrow(118, 320, 218, month('new_above_scale'), year('new_above_scale'), id)
    + box(320, 185, t('aboveFull'), stock('above_scale', arm, m).value) + down(320, 185, 'aboveDown')
    + box(0, 290, t('founded'), month('founded')) + arrow(118, 240, 323, month('founded'), year('founded'), id) + box(240, 290, t('business'), stock('firms', arm, m).value)
    + arrow(358, 480, 323, month('left'), year('left'), id) + box(480, 290, t('closed'), month('left')) + text(539, 376, 12, `${t('insolvent')} ${count(month('insolvent'))}`, `${middle} class="quiet"`);
  return svg(`${t('flows')}, ${monthName(m)}`, out);
}

function chart(top, title, arm, m, id, read, key) {
  const high = 92, span = (() => {
    const name = `span${key}${state.world}`;
    if (!known.has(name)) {
      const all = data.arms.flatMap((_, a) => months.flatMap((_, k) => { const s = read(a, k); return [s.low, s.high, s.value]; }));
      const [low, top2] = [Math.min(...all), Math.max(...all)], room = (top2 - low || 1) * .08;
      known.set(name, [low - room, top2 + room]);
    }
    return known.get(name);
  })();
  const x = k => 600 * k / Math.max(1, last), y = value => top + 26 + high * (1 - (value - span[0]) / (span[1] - span[0]));
  const upTo = Array.from({ length: m + 1 }, (_, k) => read(arm, k));
  const band = upTo.map((s, k) => `${x(k).toFixed(1)},${y(s.high).toFixed(1)}`).concat(upTo.map((s, k) => `${x(k).toFixed(1)},${y(s.low).toFixed(1)}`).reverse()).join(' ');
  return text(0, top + 14, 15, title, 'class="quiet"') + text(598, top + 16, 23, money(upTo[m].value), 'text-anchor="end" font-weight="700"')
    + `<rect class="track" opacity=".5" x="0" y="${top + 26}" width="600" height="${high}"/>`
    + `<polygon class="${id}" stroke="none" opacity=".22" points="${band}"/><polyline class="${id}" fill="none" points="${upTo.map((s, k) => `${x(k).toFixed(1)},${y(s.value).toFixed(1)}`).join(' ')}"/>`
    + `<circle class="${id}" cx="${x(m)}" cy="${y(upTo[m].value)}" r="5"/>`;
}
function credit(arm, m, id) {
  return svg(`${t('credit')}, ${monthName(m)}`,
    chart(0, t('smeOwed'), arm, m, id, (a, k) => stock('sme_loans_owed', a, k), 'sme')
    + chart(128, t('inclusive'), arm, m, id, (a, k) => stock('inclusive_loans_owed', a, k), 'inclusive')
    + chart(256, t('arrears'), arm, m, id, (a, k) => together('arrears', ['public_arrears', 'large_arrears'], a, k), 'arrears')
    + text(0, 396, 12, `${monthName(0)}`, 'class="quiet"') + text(600, 396, 12, monthName(last), 'text-anchor="end" class="quiet"'));
}

function cost(arm, m, id) {
  const spent = (k, a) => data.costs.map(c => ({ ...c, value: sum(`cost${c.clause}`, c.values, a, k, 1).value }));
  const now = spent(m, arm), total = spread('cost', arm, m, (a, r, i) => data.costs.reduce((all, c) => { for (let k = 1; k <= i; k++) all += at(c.values, a, r, k); return all; }, 0)).value;
  if (!known.has('dearest' + state.world)) known.set('dearest' + state.world, Math.max(1, ...data.arms.flatMap((_, a) => spent(last, a).map(c => c.value))));
  const most = known.get('dearest' + state.world), gap = Math.min(60, 290 / Math.max(1, now.length));
  let out = text(0, 18, 16, t('total'), 'class="quiet"') + text(0, 66, 46, money(total), `font-weight="700" data-cost="${total}" data-arm="${id}"`);
  if (spent(last, arm).every(c => c.value === 0)) return svg(t('cost'), out + text(0, 120, 18, t('none')));
  now.forEach((c, i) => {
    const y = 100 + i * gap, bar = Math.min(26, gap * .5);
    out += text(0, y, Math.min(15, gap * .38), state.zh ? `第${c.clause}条 ${c.name[1]}` : `${t('clause')} ${c.clause}: ${c.name[0]}`) + text(598, y + bar * .9 + 5, Math.min(17, gap * .45), money(c.value), 'text-anchor="end" font-weight="700"')
      + `<rect class="track" x="0" y="${y + 5}" width="460" height="${bar}" rx="3"/><rect class="${id}" stroke="none" x="0" y="${y + 5}" width="${460 * Math.max(0, c.value) / most}" height="${bar}" rx="3"/>`;
  });
  return svg(`${t('cost')}, ${monthName(m)}`, out);
}

const scenes = { map, race, flows, credit, cost };

function draw() {
  const m = state.month;
  $('clock').textContent = monthName(m);
  $('scrub').value = m;
  $('scrub').setAttribute('aria-valuetext', monthName(m));
  $('stage').innerHTML = data.arms.map((arm, i) => `<section class="${arm.id}"><h2>${esc(said(arm.name))}</h2>${scenes[state.scene](i, m, arm.id)}</section>`).join('');
}

function label(id, key) { $(id).setAttribute('aria-label', t(key)); $(id).title = t(key); }
function dress() {
  document.documentElement.lang = state.zh ? 'zh' : 'en';
  document.title = `${said(data.scenario)} · SimLab`;
  $('title').textContent = said(data.scenario);
  $('scenes').innerHTML = Object.keys(scenes).map((scene, i) => `<button type="button" data-scene="${scene}" aria-pressed="${scene === state.scene}">${i + 1} ${esc(t(scene))}</button>`).join('');
  for (const id of ['home', 'back', 'forward', 'end', 'full', 'scrub']) label(id, id);
  $('play').textContent = state.playing ? '❚❚' : '▶';
  label('play', state.playing ? 'pause' : 'play');
  $('speed-label').textContent = t('speed');
  $('world-label').textContent = t('world');
  $('loop-label').textContent = t('loop');
  $('loop').checked = state.loop;
  $('caption').textContent = state.caption ? said(state.caption) : '';
  $('caption').hidden = !state.caption;
  $('language').textContent = state.zh ? 'English' : '中文';
  $('speed').innerHTML = [1, 2, 4, 8, 12].map(s => `<option value="${s}"${s === state.speed ? ' selected' : ''}>${s}</option>`).join('');
  $('world').innerHTML = ['median', 'best', 'worst', 'fan'].map(w => `<option value="${w}"${w === state.world ? ' selected' : ''}>${t(w)}${w === 'fan' ? ` × ${replicates}` : ` #${worlds[w]}`}</option>`).join('');
  const other = data.recordedBy !== data.exportedBy;
  $('origin').innerHTML = `${esc(t('keys'))} · ${esc(t('recorded'))} ${esc(data.recordedBy)}${other ? ` · <strong>${esc(t('other'))} (${esc(data.exportedBy)})</strong>` : ''} · ${t('seed')} ${esc(data.seed)} · ${t('result')} ${esc(data.hash.slice(0, 16))}`;
  draw();
}

const heard = new Map();
function tell(event, what) { for (const listener of heard.get(event) ?? []) listener(what); }
function go(month) { state.month = Math.max(0, Math.min(last, month)); draw(); tell('month', monthName(state.month)); }
let before = 0, owed = 0;
function tick(now) {
  if (!state.playing) return;
  owed += (now - before) / 1000 * state.speed;
  before = now;
  const steps = Math.floor(owed);
  owed -= steps;
  if (steps > 0) {
    go(state.loop && state.month === last ? 0 : Math.min(state.month + steps, state.until ?? last));
    if (state.until !== null && state.month === state.until) { state.until = null; play(false); }
    if (state.month === last && !state.loop) { play(false); tell('end', monthName(last)); }
  }
  if (state.playing) requestAnimationFrame(tick);
}
function play(on) {
  if (on && state.month === last) state.month = 0;
  state.playing = on;
  owed = 0;
  before = performance.now();
  dress();
  if (on) requestAnimationFrame(tick);
  tell(on ? 'play' : 'pause', monthName(state.month));
}
function show(scene) { state.scene = scene; dress(); tell('scene', scene); }
function full() { if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen?.().catch(() => { }); }
function next(list, now) { return list[(list.indexOf(now) + 1) % list.length]; }

$('scrub').max = last;
$('scrub').addEventListener('input', () => go(Number($('scrub').value)));
$('home').addEventListener('click', () => go(0));
$('end').addEventListener('click', () => go(last));
$('back').addEventListener('click', () => go(state.month - 1));
$('forward').addEventListener('click', () => go(state.month + 1));
$('play').addEventListener('click', () => play(!state.playing));
$('full').addEventListener('click', full);
$('language').addEventListener('click', () => { state.zh = !state.zh; dress(); });
$('speed').addEventListener('change', () => { state.speed = Number($('speed').value); });
$('world').addEventListener('change', () => { state.world = $('world').value; draw(); });
$('loop').addEventListener('change', () => { state.loop = $('loop').checked; });
$('scenes').addEventListener('click', e => {
  const scene = e.target.closest('button')?.dataset.scene;
  if (!scene) return;
  show(scene);
  $('scenes').querySelector(`[data-scene=${scene}]`).focus();
});
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.altKey || e.metaKey) return;
  const on = e.target.tagName;
  if (on === 'SELECT') return;
  if (e.key === ' ' && (on === 'BUTTON' || e.target.type === 'checkbox')) return;      // it presses what has the focus
  const keys = {
    ' ': () => play(!state.playing), ArrowRight: () => go(state.month + 1), ArrowUp: () => go(state.month + 1), ArrowLeft: () => go(state.month - 1), ArrowDown: () => go(state.month - 1),
    PageUp: () => go(state.month + 12), PageDown: () => go(state.month - 12), Home: () => go(0), End: () => go(last), f: full, e: () => { state.zh = !state.zh; dress(); },
    l: () => { state.loop = !state.loop; dress(); }, w: () => { state.world = next(['median', 'best', 'worst', 'fan'], state.world); dress(); },
  };
  Object.keys(scenes).forEach((scene, i) => { keys[i + 1] = () => show(scene); });
  const act = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
  if (!act) return;
  e.preventDefault();
  act();
});
dress();

// The seam for whoever drives the player: a story, a frame exporter, a test. Every method that moves the picture returns a
// promise that is kept when the picture stands; a word the player does not know is refused with a RangeError that names those it knows.
//   SimLabPlayer.ready                        kept when the first picture stands
//   SimLabPlayer.months, scenes, worlds       what goTo, scene and world take: '2023-03' …, 'map' …, 'median' …
//   SimLabPlayer.state()                      { month: '2023-03', playing, scene, world, speed, loop, language, camera, caption }
//   goTo(month), scene(name), world(name) (setWorld is the same), language('zh' | 'en')
//   camera({ region, industry, enterprise })  narrows every scene to a place; null or left out: all. Names as in series.parquet
//   caption([en, zh])                         a line under the picture; null takes it away
//   play({ speed, until, loop }), pause()     speed in months a second; until: the month it stops at
//   on(event, listener)                       'month', 'scene', 'world', 'camera', 'play', 'pause', 'end'; returns what takes the listener away
function oneOf(list, word, what) { if (!list.includes(word)) throw new RangeError(`${what} "${word}" is not one of: ${list.join(', ')}.`); return word; }
const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())));
window.SimLabPlayer = {
  ready: drawn(),
  months: months.map((_, m) => monthName(m)), scenes: Object.keys(scenes), worlds: ['median', 'best', 'worst', 'fan'],
  state: () => ({ month: monthName(state.month), playing: state.playing, scene: state.scene, world: state.world, speed: state.speed, loop: state.loop, language: state.zh ? 'zh' : 'en', camera: { ...state.camera }, caption: state.caption }),
  goTo(month) { go(this.months.indexOf(oneOf(this.months, month, 'Month'))); return drawn(); },
  scene(name) { show(oneOf(this.scenes, name, 'Scene')); return drawn(); },
  world(name) { state.world = oneOf(this.worlds, name, 'World'); dress(); tell('world', name); return drawn(); },
  setWorld(name) { return this.world(name); },
  language(name) { state.zh = oneOf(['zh', 'en'], name, 'Language') === 'zh'; dress(); return drawn(); },
  camera({ region = null, industry = null, enterprise = null } = {}) { state.camera = { region, industry, enterprise }; draw(); tell('camera', { ...state.camera }); return drawn(); },
  caption(pair) { state.caption = pair ?? null; dress(); return drawn(); },
  play({ speed = state.speed, until = null, loop = false } = {}) {
    state.speed = speed; state.loop = loop; state.until = until === null ? null : this.months.indexOf(oneOf(this.months, until, 'Month'));
    play(true);
  },
  pause() { play(false); },
  on(event, listener) {
    if (!heard.has(event)) heard.set(event, new Set());
    heard.get(event).add(listener);
    return () => heard.get(event).delete(listener);
  },
};
