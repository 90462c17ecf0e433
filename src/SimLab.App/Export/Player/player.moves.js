// What moves the picture: the clock, scenes, worlds, places, sides.
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
