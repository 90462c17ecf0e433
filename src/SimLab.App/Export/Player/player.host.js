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
