'use strict';
// Replays recordings, one or two side by side on one clock. The same file lies in an exported page, with all figures, and in
// the lab, which hands on the years that are shown; src/docs/presenting.md has the format.
//
// The seam for whoever drives the player: a story, a frame exporter, a test. Every method that moves the picture returns a
// promise that is kept when the picture stands; a word the player does not know is refused with a RangeError that names those it knows.
//   SimLabPlayer.ready                        kept when the first picture stands; broken when the recording cannot be played
//   SimLabPlayer.months, scenes, worlds, regions, industries   what goTo, scene, world and camera take: '2023-03' …, 'map' …
//   SimLabPlayer.state()                      { month, playing, scene, world, view, speed, loop, language, camera, caption, guessing }
//   goTo(month), scene(name), world(name) (setWorld is the same), view('both' | 'a' | 'b'), language('zh' | 'en')
//   camera({ region, industry, enterprise })  narrows every scene to a region or an industry; left out or null: all. Names as in
//                                             series.parquet. An enterprise is only passed on to those who listen: its life is the
//                                             host's to show
//   caption([en, zh])                         a line under the picture; null takes it away
//   play({ speed, until, loop }), pause()     speed in months a second; until: the month it stops at
//   predict({ target, month, side })          hides what comes after the shown month; guess('2050 2,100') reveals it, forget() ends it
//   sides('0:1', '1:1')                       run and arm on the left and on the right; one of them null: alone
//   on(event, listener)                       'month', 'scene', 'world', 'view', 'camera', 'language', 'play', 'pause', 'end', 'guess',
//                                             'reveal', 'place' (a tile was chosen), 'inspect', 'branch', 'problem'; returns what takes
//                                             the listener away
//   mount(root, sources, options)             for hosts: see there
(() => {
  const words = {
    map: ['Map', '地图'],
    race: ['Targets', '目标'],
    flows: ['Firms rising', '企业梯队'],
    credit: ['Credit and arrears', '信贷与拖欠'],
    cost: ['Public cost', '财政成本'],
    play: ['Play', '播放'],
    pause: ['Pause', '暂停'],
    home: ['To the first month', '回到首月'],
    end: ['To the last month', '到末月'],
    back: ['−1: one month back', '−1:后退一月'],
    forward: ['+1: one month on', '+1:前进一月'],
    full: ['Full screen', '全屏'],
    scrub: ['Month', '月份'],
    speed: ['Months a second', '每秒月数'],
    loop: ['Loop', '循环'],
    scenes: ['Scenes', '场景'],
    world: ['World', '抽样'],
    median: ['median world', '中位抽样'],
    best: ['best world', '最好抽样'],
    worst: ['worst world', '最差抽样'],
    fan: ['all, as a fan', '全部(扇形)'],
    camera: ['Camera', '镜头'],
    whole: ['Whole province', '全省'],
    byRegion: ['Places', '市州'],
    byIndustry: ['Industries', '行业'],
    sideA: ['Left', '左'],
    sideB: ['Right', '右'],
    alone: ['nothing', '不显示'],
    both: ['A | B', 'A | B'],
    a: ['A alone', '只看A'],
    b: ['B alone', '只看B'],
    view: ['Side by side, or one alone', '并排或单看'],
    sme: ['SME loans', '中小企业贷款'],
    fill: ['Fill: SME loans, against the highest the region reaches in this run', '填充:中小企业贷款余额,以本区本次运行最高值为满'],
    highTech: ['high-tech', '高企'],
    specialised: ['specialised', '专精特新'],
    giants: ['little giants', '小巨人'],
    above: ['above scale', '规上'],
    target: ['target', '目标'],
    provincial: ['target of the whole province', '全省目标'],
    inYear: ['this year so far', '本年累计'],
    chance: ['probability of being met', '达标概率'],
    interval: ['line: 90 % of all worlds', '细线:90%的抽样'],
    noTargets: ['This scenario sets no target the player can show.', '此方案没有可展示的目标。'],
    unshown: ['Not shown, as another build recorded them:', '由其他版本录制,未展示:'],
    nothing: ['no such figure here', '此处无此数值'],
    firms: ['All firms', '全部企业'],
    innovative: ['Innovative SMEs', '创新型中小企业'],
    specialisedFull: ['Specialised', '专精特新'],
    giantsFull: ['Little giants', '“小巨人”'],
    below: ['Below scale', '规下及其他'],
    aboveFull: ['Above scale', '规上企业'],
    founded: ['Founded', '新设'],
    closed: ['Closed', '退出'],
    insolvent: ['of them insolvent', '其中破产'],
    business: ['In business', '存续企业'],
    lapsed: ['lapsed', '失去'],
    year: ['this year', '本年'],
    renewed: ['recognised or renewed', '认定与复核'],
    inclusive: ['Inclusive small-firm loans', '普惠小微贷款余额'],
    smeOwed: ['SME loans owed', '中小企业贷款余额'],
    arrears: ['Overdue from public bodies and large firms', '机关事业单位与大型企业拖欠账款'],
    total: ['Public cost since the start', '自起始月累计财政成本'],
    none: ['Nothing is spent in this arm.', '此情形无财政支出。'],
    absent: ['This run has no such month.', '此次运行没有这个月。'],
    difference: ['Right less left', '右减左'],
    ofMedians: ['difference of the medians', '中位数之差'],
    predict: ['Guess first', '先猜'],
    what: ['What will be', '猜什么'],
    when: ['Month', '月份'],
    whose: ['For', '哪一方'],
    start: ['Ask the room', '请大家猜'],
    cancel: ['Cancel', '取消'],
    ask: ['How many will it be?', '会是多少?'],
    guesses: ['The room’s guesses', '现场猜测'],
    reveal: ['Reveal', '揭晓'],
    noGuess: ['Type a number, or several with spaces between them.', '请输入一个数,或用空格隔开的几个数。'],
    truth: ['simulated', '模拟结果'],
    guessed: ['guessed', '猜测'],
    off: ['off by', '相差'],
    goOn: ['Go on', '继续'],
    hidden: ['hidden until the room has guessed', '猜完才揭晓'],
    tooLate: ['Step back first: nothing is left to guess after the last month.', '请先退回:末月之后没有可猜的了。'],
    inspect: ['Enterprises', '企业名单'],
    branch: ['Branch here', '从此分支'],
    working: ['Reading the recording…', '正在读取录制…'],
    cut: [
      'This file is cut short: the figures at its end are missing. Export it again, or take a whole copy.',
      '此文件不完整:末尾的数据缺失。请重新导出,或换用完整的副本。',
    ],
    recorded: ['Recorded by build', '录制版本'],
    other: ['Shown by another build; the figures are the recording’s.', '由另一版本展示;数字为录制时的数字。'],
    branchOf: ['branch of run', '分支,来自运行'],
    seed: ['seed', '种子'],
    result: ['result', '结果'],
    keys: [
      'Space plays; arrows step a month, Page Up and Down a year; Home, End; 1–5 scenes; B left or right alone; W world; ' +
        'P guess first; L loop; + − speed; E 中文; F full screen',
      '空格播放;方向键逐月,Page Up/Down 逐年;Home/End 首末;1–5 场景;B 单看左右;W 抽样;P 先猜;L 循环;+ − 速度;E English;F 全屏',
    ],
  };
  const worldNames = ['median', 'best', 'worst', 'fan'],
    speeds = [1, 2, 4, 8, 12],
    views = ['both', 'a', 'b'];
  // Years kept in memory; two runs over fifteen years take that many, and a longer recording lets the oldest go.
  const mostKept = 40;

  const state = {
    month: 0,
    playing: false,
    scene: 'map',
    world: 'median',
    view: 'both',
    speed: 4,
    loop: false,
    until: null,
    zh: navigator.language.startsWith('zh'),
    camera: { region: null, industry: null, enterprise: null },
    caption: null,
    guess: null,
  };
  let root,
    options = {},
    sources = [],
    clock = [],
    sides = [],
    last = 0;
  const find = id => root.querySelector('#' + id);

  const t = key => words[key][state.zh ? 1 : 0];
  const said = pair => pair[state.zh ? 1 : 0];
  const esc = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
  const count = value => Math.round(value).toLocaleString('en-US');
  // Money comes in units of 10,000 yuan.
  const digits = (value, most) => value.toLocaleString('en-US', { minimumFractionDigits: most, maximumFractionDigits: most });
  const money = value =>
    Math.round(value) === 0
      ? state.zh
        ? '0 元'
        : '0 yuan'
      : state.zh
        ? Math.abs(value) < 1e3
          ? digits(value, 0) + ' 万元'
          : digits(value / 1e4, Math.abs(value) < 1e5 ? 2 : 1) + ' 亿元'
        : Math.abs(value) < 1e5
          ? digits(value / 100, Math.abs(value) < 1e3 ? 2 : 0) + ' m yuan'
          : digits(value / 1e5, 1) + ' bn yuan';
  // A share is 0–1; a value that a place does not have is null.
  const percent = value => `${digits(value * 100, 1)} %`;
  const decimal = value => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
  const writer = (target, plain = decimal) => (target.money ? money : target.share ? percent : plain);
  const orNone = (value, write) => (value === null ? '—' : write(value));
  const signed = (value, write) => {
    const steps = Math.round(write === percent ? value * 1e3 : value);
    return (
      (steps > 0 ? '+' : steps < 0 ? '−' : '±') +
      (write === percent ? `${digits(Math.abs(value) * 100, 1)} ${state.zh ? '个百分点' : 'pp'}` : write(Math.abs(value)))
    );
  };
  const less = (a, b) => (a === null || b === null ? null : a - b);
  const named = number => `${Math.floor(number / 100)}-${String(number % 100).padStart(2, '0')}`;
  const monthName = m => named(clock[m]);

  // Figures. A place is the province, a region or an industry; a chunk is a calendar year of it.
  const kept = new Map(),
    overviews = new Map();
  const place = () => state.camera.region ?? state.camera.industry ?? 'all';
  const mapPlace = () => (state.camera.region ? 'all' : place());
  const local = (side, m) => sources[side.source].index.get(clock[m]);
  const chunkOf = (source, month) => source.head.chunks.findLastIndex(start => start <= month);
  const chunkKey = (s, name, chunk) => `${s}|${name}|${chunk}`;
  function chunkAt(s, name, month) {
    const key = chunkKey(s, name, chunkOf(sources[s], month)),
      found = kept.get(key);
    if (found) {
      kept.delete(key);
      kept.set(key, found);
    }
    return found;
  }
  // What the picture of a month needs and is not here yet.
  function missing(m) {
    const lacking = [],
      seen = new Set();
    const want = (key, there, load) => {
      if (!there && !seen.has(key)) {
        seen.add(key);
        lacking.push(load);
      }
    };
    for (const side of sides) {
      const s = side.source,
        source = sources[s],
        month = local(side, m);
      for (const name of new Set([place(), mapPlace()])) {
        want(`${s}|${name}`, overviews.has(`${s}|${name}`), async () => overviews.set(`${s}|${name}`, await source.view(name)));
        if (month === undefined) continue;
        const chunk = chunkOf(source, month),
          key = chunkKey(s, name, chunk);
        want(key, kept.has(key), async () => {
          kept.set(key, await source.chunk(name, chunk));
          while (kept.size > mostKept) kept.delete(kept.keys().next().value);
        });
      }
    }
    return lacking;
  }
  function stat(head, values, at, map) {
    if (values === 0) return { low: 0, q1: 0, q3: 0, high: 0, value: 0 };
    const names = map ? head.mapStats : head.stats,
      of = name => values[at * names.length + names.indexOf(name)];
    const value = of(state.world === 'fan' ? 'p50' : state.world);
    return map ? { value } : { low: of('p05'), q1: of('p25'), q3: of('p75'), high: of('p95'), value };
  }
  function read(side, figure, m) {
    const source = sources[side.source],
      month = local(side, m),
      chunk = chunkOf(source, month),
      start = source.head.chunks[chunk];
    const n = (source.head.chunks[chunk + 1] ?? source.head.months.length) - start;
    return stat(source.head, chunkAt(side.source, place(), month).figures[figure], side.arm * n + month - start, false);
  }
  function tile(side, column, region, m) {
    const source = sources[side.source],
      month = local(side, m),
      chunk = chunkOf(source, month),
      start = source.head.chunks[chunk];
    const n = (source.head.chunks[chunk + 1] ?? source.head.months.length) - start;
    return stat(
      source.head,
      chunkAt(side.source, mapPlace(), month).map[column],
      (side.arm * n + month - start) * source.head.regions.length + region,
      true,
    ).value;
  }
  const track = (side, figure, m) => {
    const source = sources[side.source],
      month = local(side, m);
    return month === undefined
      ? null
      : stat(source.head, overviews.get(`${side.source}|${place()}`).tracks[figure], side.arm * source.head.months.length + month, false);
  };
  // Scales know of the years up to the one shown while the room is guessing, else of all.
  const limit = () => (state.guess && !state.guess.revealed ? state.guess.lock : last);
  const tops = (name, pick, least = 1) =>
    Math.max(
      least,
      ...sides.flatMap(side => {
        const source = sources[side.source],
          values = pick(overviews.get(`${side.source}|${name}`)),
          until = source.head.months.findLastIndex(month => month <= clock[limit()]);
        return values === 0 || until < 0 ? [0] : values.slice(0, chunkOf(source, until) + 1);
      }),
    );
  const top = (figure, least = 1) => tops(place(), view => view.tops[figure] ?? 0, least);
  const fullest = region =>
    tops(mapPlace(), view =>
      view.mapTops === 0
        ? 0
        : view.mapTops.slice((region * view.mapTops.length) / regions().length, ((region + 1) * view.mapTops.length) / regions().length),
    );
  const regions = () => sources[0].head.regions;
  const costs = side => sources[side.source].head.costs;
  const targets = side => sources[side.source].head.targets;

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
    headlines.map().forEach(([figure, name, write], i) => {
      out +=
        text(4 + i * 120, end + 18, 12.5, name, 'class="soft"') +
        text(4 + i * 120, end + 42, 19, write(read(side, figure, m).value), 'font-weight="700"');
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
    const { recordedBy, shownBy, branch } = head;
    return (
      `${sources.length > 1 ? `${esc(said(head.scenario))}: ` : ''}${esc(t('recorded'))} ${esc(recordedBy)}` +
      (recordedBy === shownBy ? '' : ` · <strong>${esc(t('other'))} (${esc(shownBy)})</strong>`) +
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

  function go(month) {
    const most = state.guess && state.guess.asked && !state.guess.revealed ? state.guess.lock : last,
      asking = state.guess && !state.guess.asked;
    state.month = Math.max(0, Math.min(most, month));
    if (asking) {
      state.guess.lock = state.month;
      if (state.guess.month <= state.month) state.guess = null;
      askRoom();
    }
    const drawn = draw();
    tell('month', monthName(state.month));
    return drawn;
  }
  let before = 0,
    owed = 0;
  function tick(now) {
    if (!state.playing) return;
    owed = busy ? 0 : owed + ((now - before) / 1000) * state.speed; // the clock waits for figures that are on their way
    before = now;
    const steps = Math.floor(owed);
    owed -= steps;
    if (steps > 0) {
      go(state.loop && state.month === last ? 0 : Math.min(state.month + steps, state.until ?? last)).catch(() => {});
      const locked = state.guess && state.guess.asked && !state.guess.revealed && state.month >= state.guess.lock;
      if ((state.until !== null && state.month >= state.until) || locked) {
        state.until = null;
        play(false);
      } else if (state.month === last && !state.loop) {
        play(false);
        tell('end', monthName(last));
      }
    }
    if (state.playing) requestAnimationFrame(tick);
  }
  function play(on) {
    if (on && state.month === last) state.month = 0;
    if (on && state.guess && !state.guess.asked) state.guess = null;
    state.playing = on;
    owed = 0;
    before = performance.now();
    dress().catch(() => {});
    if (on) requestAnimationFrame(tick);
    tell(on ? 'play' : 'pause', monthName(state.month));
  }
  function show(scene) {
    state.scene = scene;
    const drawn = dress();
    tell('scene', scene);
    return drawn;
  }
  function inWorld(name) {
    state.world = name;
    const drawn = dress();
    tell('world', name);
    return drawn;
  }
  function inView(name) {
    state.view = name;
    const drawn = dress();
    tell('view', name);
    return drawn;
  }
  function speak(zh) {
    state.zh = zh;
    const drawn = dress();
    tell('language', zh ? 'zh' : 'en');
    return drawn;
  }
  function look(camera) {
    state.camera = camera;
    spans.clear();
    const drawn = dress();
    tell('camera', { ...camera });
    return drawn;
  }
  function lookAt(key) {
    const isRegion = regions().some(([name]) => name === key);
    return look({ region: isRegion ? key : null, industry: key && !isRegion ? key : null, enterprise: null });
  }
  function choose(a, b) {
    const choices = armChoices().map(([key]) => key),
      side = key => {
        const [source, arm] = oneOf(choices, key, 'Run and arm').split(':').map(Number);
        return { source, arm };
      };
    sides = [a, b].filter(key => key !== null && key !== '').map(side);
    spans.clear();
    state.guess = null;
    return dress();
  }
  function full() {
    const whole = options.fullscreen ?? root;
    if (document.fullscreenElement) document.exitFullscreen();
    else whole.requestFullscreen?.().catch(() => {});
  }
  const next = (list, now, by = 1) => list[(list.indexOf(now) + by + list.length) % list.length];
  function faster(by) {
    state.speed = speeds[Math.max(0, Math.min(speeds.length - 1, speeds.indexOf(state.speed) + by))];
    dress();
  }
  function oneOf(list, word, what) {
    if (!list.includes(word)) throw new RangeError(`${what} "${word}" is not one of: ${list.join(', ')}.`);
    return word;
  }

  const choice = (id, seen = true) =>
    `<label><span id="${id}-label"${seen ? '' : ' class="unseen"'}></span> <select id="${id}"></select></label>`;
  function build() {
    const heading = options.heading ?? 'h1';
    const button = (id, words = '') => `<button id="${id}" type="button">${words}</button>`;
    root.innerHTML = `<div class="top">
      <${heading} class="title" id="title"></${heading}><p id="clock" role="status" aria-live="off"></p></div>
      <div id="scenes" role="group"></div><p id="problem" role="alert" hidden></p><div id="stage"></div>
      <p id="differences" role="status" aria-live="off"></p><p id="caption" hidden></p><div id="guess" hidden></div>
      <div class="bottom"><div id="controls">
      ${button('home', '|◀')}${button('back', '−1')}${button('play', '▶')}${button('forward', '+1')}${button('end', '▶|')}
      <input id="scrub" type="range" min="0" step="1">
      ${choice('speed')}<label><input id="loop" type="checkbox"> <span id="loop-label"></span></label>
      ${choice('world')}${choice('camera')}${choice('view', false)}${choice('side-a')}${choice('side-b')}
      ${button('predict')}${button('inspect')}${button('branch')}${button('speak')}${button('full', 'F')}
      </div><p id="origin"></p></div>`;
    find('scrub').max = last;
    find('scrub').addEventListener('input', () => quiet(go(Number(find('scrub').value))));
    const clicks = {
      home: () => go(0),
      end: () => go(last),
      back: () => go(state.month - 1),
      forward: () => go(state.month + 1),
      play: () => play(!state.playing),
      full,
      speak: () => speak(!state.zh),
      predict: () => predict(),
      inspect: () => tell('inspect', { ...state.camera, month: monthName(state.month) }),
      branch: () => {
        play(false);
        tell('branch', { month: monthName(state.month) });
      },
    };
    for (const [id, act] of Object.entries(clicks)) find(id).addEventListener('click', () => quiet(act()));
    const changes = {
      speed: value => {
        state.speed = Number(value);
      },
      world: inWorld,
      view: inView,
      camera: lookAt,
      'side-a': value => choose(value, find('side-b').value),
      'side-b': value => choose(find('side-a').value, value),
    };
    for (const [id, act] of Object.entries(changes)) find(id).addEventListener('change', e => quiet(act(e.target.value)));
    find('loop').addEventListener('change', () => {
      state.loop = find('loop').checked;
    });
    find('scenes').addEventListener('click', e => {
      const scene = e.target.closest('button')?.dataset.scene;
      if (!scene) return;
      quiet(show(scene));
      find('scenes').querySelector(`[data-scene=${scene}]`).focus();
    });
    const press = tileElement => {
      const region = tileElement.dataset.region;
      if (state.playing) play(false);
      quiet(lookAt(state.camera.region === region ? '' : region));
      tell('place', { region: state.camera.region, month: monthName(state.month) });
    };
    find('stage').addEventListener('click', e => {
      const pressed = e.target.closest('.tile');
      if (pressed) press(pressed);
    });
    find('stage').addEventListener('keydown', e => {
      if (e.target.matches('.tile') && (e.key === 'Enter' || e.key === ' ')) {
        e.preventDefault();
        e.stopPropagation();
        press(e.target);
      }
    });
    buildGuess();
    document.addEventListener('keydown', pressed);
  }
  function buildGuess() {
    const box = find('guess');
    box.addEventListener('submit', e => {
      e.preventDefault();
      if (e.target.id === 'ask') {
        Object.assign(state.guess, { asked: true, lock: state.month, month: Number(find('guess-month').value) });
        spans.clear();
        quiet(dress());
        find('room').focus();
        tell('guess', monthName(state.guess.month));
      } else if (state.guess.revealed) {
        quiet(forget());
        find('predict').focus();
      } else quiet(guess(find('room').value));
    });
    box.addEventListener('click', e => {
      if (e.target.id === 'forget') {
        quiet(forget());
        find('predict').focus();
      }
    });
    box.addEventListener('change', e => {
      if (e.target.id === 'guess-side') Object.assign(state.guess, { side: Number(e.target.value), target: 0 });
      else if (e.target.id === 'guess-target')
        Object.assign(state.guess, {
          target: Number(e.target.value),
          month: dueMonth(sides[state.guess.side], targets(sides[state.guess.side])[Number(e.target.value)]),
        });
      else return;
      askRoom();
      find(e.target.id)?.focus();
    });
  }
  const quiet = promise => {
    promise?.catch?.(() => {});
  }; // what failed stands on the page already
  function pressed(e) {
    const on = e.target,
      tag = on.tagName;
    if (e.ctrlKey || e.altKey || e.metaKey || !root.isConnected) return;
    if (e.key === 'Escape' && state.guess) {
      e.preventDefault();
      quiet(forget());
      return;
    }
    if (
      tag === 'SELECT' ||
      tag === 'TEXTAREA' ||
      (tag === 'INPUT' && on.id !== 'scrub' && on.type !== 'checkbox') ||
      on.closest?.('[data-own-keys]')
    )
      return;
    // It presses what has the focus.
    if (e.key === ' ' && (tag === 'BUTTON' || tag === 'A' || tag === 'SUMMARY' || on.type === 'checkbox')) return;
    const keys = {
      ' ': () => play(!state.playing),
      ArrowRight: () => go(state.month + 1),
      ArrowUp: () => go(state.month + 1),
      ArrowLeft: () => go(state.month - 1),
      ArrowDown: () => go(state.month - 1),
      PageUp: () => go(state.month + 12),
      PageDown: () => go(state.month - 12),
      Home: () => go(0),
      End: () => go(last),
      f: full,
      e: () => speak(!state.zh),
      p: () => predict(),
      l: () => {
        state.loop = !state.loop;
        return dress();
      },
      w: () => inWorld(next(worldNames, state.world)),
      b: () => {
        if (sides.length > 1) return inView(next(views, state.view));
      },
      '+': () => faster(1),
      '=': () => faster(1),
      '-': () => faster(-1),
    };
    Object.keys(scenes).forEach((scene, i) => {
      keys[i + 1] = () => show(scene);
    });
    const act = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (!act) return;
    e.preventDefault();
    quiet(act());
  }

  // Puts the player into an element.
  //   sources   [{ head, view(place), chunk(place, index) }]: the promises of what src/docs/presenting.md describes; the first
  //             is the run, a second stands beside it
  //   options   page: the document is the player's own; heading: 'h2'; fullscreen: the element that F enlarges; language;
  //             inspect, branch: show their buttons
  async function mount(element, given, more = {}) {
    document.removeEventListener('keydown', pressed);
    [root, sources, options] = [element, given, more];
    kept.clear();
    overviews.clear();
    spans.clear();
    for (const source of sources) source.index = new Map(source.head.months.map((month, m) => [month, m]));
    clock = [...new Set(sources.flatMap(source => source.head.months))].sort((a, b) => a - b);
    last = clock.length - 1;
    const policy = s => ({ source: s, arm: sources[s].head.arms.length - 1 });
    sides =
      sources.length > 1 ? [policy(0), policy(1)] : sources[0].head.arms.length > 1 ? [{ source: 0, arm: 0 }, policy(0)] : [policy(0)];
    Object.assign(state, {
      month: 0,
      playing: false,
      guess: null,
      caption: null,
      until: null,
      camera: { region: null, industry: null, enterprise: null },
    });
    if (more.language) state.zh = more.language === 'zh';
    Object.assign(player, {
      months: clock.map(named),
      regions: sources[0].head.regions.map(([key]) => key),
      industries: sources[0].head.industries.map(([key]) => key),
    });
    build();
    await dress();
  }

  // An exported page carries its figures: a head, and a place in each of the elements after it. A file cut short lacks the last.
  function embedded() {
    const part = id => document.getElementById(id),
      parsed = new Map();
    const whole = name => {
      if (!parsed.has(name)) parsed.set(name, JSON.parse(part(`place-${name}`).textContent));
      return parsed.get(name);
    };
    if (!part('whole')) throw new Error(t('cut'));
    return {
      head: JSON.parse(part('head').textContent),
      view: async name => whole(name).view,
      chunk: async (name, index) => whole(name).chunks[index],
    };
  }
  async function open() {
    const element = document.getElementById('player');
    try {
      await mount(element, [embedded()], { page: true });
    } catch (failure) {
      if (!element.querySelector('#problem:not([hidden])'))
        element.innerHTML = `<h1 class="title">SimLab</h1><p id="problem" role="alert">${esc(failure.message)}</p>`;
      throw failure;
    }
  }

  const player = {
    ready: null,
    months: [],
    regions: [],
    industries: [],
    scenes: Object.keys(scenes),
    worlds: worldNames,
    views,
    mount,
    state: () => ({
      month: monthName(state.month),
      playing: state.playing,
      scene: state.scene,
      world: state.world,
      view: state.view,
      speed: state.speed,
      loop: state.loop,
      language: state.zh ? 'zh' : 'en',
      camera: { ...state.camera },
      caption: state.caption,
      guessing: state.guess !== null,
    }),
    goTo: month => go(clock.indexOf(Number(oneOf(player.months, month, 'Month').replace('-', '')))),
    scene: name => show(oneOf(player.scenes, name, 'Scene')),
    world: name => inWorld(oneOf(worldNames, name, 'World')),
    setWorld: name => player.world(name),
    view: name => inView(oneOf(views, name, 'View')),
    language: name => speak(oneOf(['zh', 'en'], name, 'Language') === 'zh'),
    camera({ region = null, industry = null, enterprise = null } = {}) {
      if (region !== null && industry !== null)
        throw new RangeError(`The camera looks at a region or at an industry, not at both: "${region}" and "${industry}".`);
      if (region !== null) oneOf(player.regions, region, 'Region');
      if (industry !== null) oneOf(player.industries, industry, 'Industry');
      return look({ region, industry, enterprise });
    },
    caption: pair => {
      state.caption = pair ?? null;
      return dress();
    },
    play({ speed = state.speed, until = null, loop = false } = {}) {
      state.until = until === null ? null : clock.indexOf(Number(oneOf(player.months, until, 'Month').replace('-', '')));
      [state.speed, state.loop] = [speed, loop];
      play(true);
    },
    pause: () => play(false),
    predict,
    guess,
    forget,
    sides: choose,
    on(event, listener) {
      if (!heard.has(event)) heard.set(event, new Set());
      heard.get(event).add(listener);
      return () => heard.get(event).delete(listener);
    },
  };
  window.SimLabPlayer = player;
  // The figures come after this program in an exported page; without them it is the lab's, which mounts the player itself.
  player.ready = new Promise((done, failed) =>
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        if (document.body.classList.contains('page')) open().then(done, failed);
      },
      { once: true },
    ),
  );
  player.ready.catch(() => {});
})();
