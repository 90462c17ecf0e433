// Buttons, choices and keys.
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
