'use strict';
// Tells a story with the player: step by step by hand, or by itself; the presenter's notes, next step and clock in a second
// window. Nothing is asked of any server: the second window is written by this one, and is gone with it.
//   SimLabStory.tell(story, { root, mounted })   story as `simlab` writes it (Story.cs); root: the player's element, with the
//                                                player in it already or soon
//   SimLabStory.show(index), next(), previous(), auto(on), notes()   next and previous are kept when the step stands
//   SimLabStory.state()                  { step, steps, auto, standing }
(() => {
  const words = {
    step: ['Step', '第'],
    of: ['of', '步,共'],
    previous: ['Previous step', '上一步'],
    next: ['Next step', '下一步'],
    auto: ['Auto-play', '自动放映'],
    stop: ['Stop', '停止'],
    notes: ['Presenter view', '演讲者视图'],
    now: ['Now', '当前'],
    then: ['Next', '下一步'],
    end: ['The story ends here.', '讲述到此结束。'],
    none: ['No notes for this step.', '本步没有备注。'],
    elapsed: ['Elapsed', '已用时'],
    clock: ['Time', '时间'],
    again: ['Restart the clock', '重新计时'],
    blocked: [
      'The browser keeps the presenter view closed: allow this page to open windows.',
      '浏览器阻止了演讲者视图:请允许本页打开窗口。',
    ],
    hold: ['waits for you', '等待演讲者'],
    seconds: ['s', '秒'],
    jump: ['Steps', '各步'],
    life: ['Life of a firm', '企业经历'],
    quiet: ['Nothing has happened to it yet.', '尚无事项。'],
    keys: [
      'Page Down and Page Up go from step to step; A plays by itself; N opens the presenter view',
      'Page Down/Up 逐步前后;A 自动放映;N 演讲者视图',
    ],
  };
  const scenes = {
    map: ['Map', '地图'],
    race: ['Targets', '目标'],
    flows: ['Firms rising', '企业梯队'],
    credit: ['Credit and arrears', '信贷与拖欠'],
    cost: ['Public cost', '财政成本'],
  };
  const newestShown = 6;

  let player,
    story,
    root,
    bar,
    life,
    view = null,
    begun = Date.now();
  let at = -1,
    turn = 0,
    auto = false,
    standing = false,
    timer = null,
    undo = [];

  const zh = () => player.state().language === 'zh';
  const said = pair => pair[zh() ? 1 : 0];
  const t = key => said(words[key]);
  const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  function make(tag, { text, id, className, click, ...more } = {}, doc = document) {
    const element = doc.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (id) element.id = id;
    if (className) element.className = className;
    if (click) element.addEventListener('click', click);
    for (const [name, value] of Object.entries(more)) element.setAttribute(name, value);
    return element;
  }

  const when = step => (step.until ? `${step.from} → ${step.until}` : step.from);
  function place(step) {
    const { region, industry, enterprise } = step.camera,
      list = [when(step), said(scenes[step.scene])];
    if (region ?? industry) list.push(region ?? industry);
    if (enterprise !== null) list.push(`#${enterprise}`);
    return list.join(' · ');
  }

  // A step that is left before it stands is given up: only the newest turn goes on.
  async function show(index) {
    const mine = ++turn,
      step = story.steps[index];
    at = index;
    standing = false;
    clearTimeout(timer);
    if (player.state().playing) player.pause();
    if (player.state().guessing) await player.forget();
    dress();
    await player.scene(step.scene);
    await player.world(step.world);
    await player.view(step.view);
    await player.camera(step.camera);
    await player.caption(step.caption);
    await player.goTo(step.from);
    if (mine !== turn) return;
    if (step.until && !(await ranTo(step, mine))) return;
    standing = true;
    dress();
    if (auto) wait(step, mine);
  }

  // False: somebody stopped the clock, or went to another step.
  function ranTo(step, mine) {
    return new Promise(done => {
      const off = player.on('pause', month => {
        off();
        const there = month === step.until;
        if (mine === turn && !there) {
          auto = false;
          dress();
        }
        done(mine === turn && there);
      });
      player.play({ speed: step.speed, until: step.until });
    });
  }

  function wait(step, mine) {
    if (step.pause === null) return;
    timer = setTimeout(() => {
      if (mine !== turn || !auto) return;
      if (at + 1 < story.steps.length) quiet(show(at + 1));
      else setAuto(false);
    }, step.pause * 1000);
  }

  const next = () => (at + 1 < story.steps.length ? show(at + 1) : Promise.resolve());
  const previous = () => (at > 0 ? show(at - 1) : Promise.resolve());
  const quiet = promise => promise?.catch?.(() => {});
  function setAuto(on) {
    auto = on;
    clearTimeout(timer);
    dress();
    if (!on) return;
    if (standing && at + 1 < story.steps.length) quiet(story.steps[at].pause === null ? next() : (wait(story.steps[at], turn), null));
    else if (standing) quiet(show(0));
    else if (at < 0) quiet(show(0));
  }

  function build() {
    bar?.remove();
    bar = make('div', { id: 'story-bar', role: 'group' });
    life = make('aside', { id: 'story-life' });
    root.querySelector('.bottom').before(life, bar);
  }

  function dress() {
    const step = story.steps[at],
      count = `${at + 1} / ${story.steps.length}`;
    bar.setAttribute('aria-label', said(story.name));
    bar.replaceChildren(
      make('strong', { text: said(story.name), className: 'name' }),
      make('button', {
        text: '◀',
        id: 'story-previous',
        type: 'button',
        'aria-label': t('previous'),
        title: t('previous'),
        click: () => quiet(previous()),
        ...(at > 0 ? {} : { disabled: '' }),
      }),
      make('span', { text: count, id: 'story-count', role: 'status' }),
      make('button', {
        text: '▶',
        id: 'story-next',
        type: 'button',
        'aria-label': t('next'),
        title: t('next'),
        click: () => quiet(next()),
        ...(at + 1 < story.steps.length ? {} : { disabled: '' }),
      }),
      jump(),
      make('button', {
        text: auto ? t('stop') : t('auto'),
        id: 'story-auto',
        type: 'button',
        'aria-pressed': String(auto),
        click: () => setAuto(!auto),
      }),
      make('button', { text: t('notes'), id: 'story-notes', type: 'button', title: t('keys'), click: notes }),
    );
    tellLife(step);
    dressView();
  }

  function jump() {
    const list = make('select', { id: 'story-jump', 'aria-label': t('jump') });
    story.steps.forEach((step, i) => {
      const option = make('option', { text: `${i + 1}. ${clip(said(step.caption), 40)}`, value: String(i) });
      option.selected = i === at;
      list.append(option);
    });
    list.addEventListener('change', () => quiet(show(Number(list.value))));
    return list;
  }

  // What has come to the firm so far, the newest first; what policy changed is marked.
  function tellLife(step) {
    const known = step && step.camera.enterprise !== null ? story.lives[step.camera.enterprise] : null;
    life.hidden = !known;
    if (!known) {
      life.replaceChildren();
      return;
    }
    const now = player.state().month;
    const lines = Object.keys(known.months)
      .filter(month => month <= now)
      .sort()
      .reverse()
      .flatMap(month => known.months[month].map(entry => [month, ...entry]));
    const list = make('ul');
    for (const [month, en, cn, byPolicy] of lines.slice(0, newestShown))
      list.append(make('li', { text: `${month} · ${zh() ? cn : en}`, className: byPolicy ? 'by-policy' : '' }));
    life.setAttribute('aria-label', t('life'));
    life.replaceChildren(make('h2', { text: said(known.title) }), lines.length > 0 ? list : make('p', { text: t('quiet') }));
  }

  // The second window has no address of its own: it is a page this one writes, with the same style.
  function notes() {
    if (view && !view.closed) {
      view.focus();
      return;
    }
    view = window.open('', 'simlab-presenter', 'popup,width=1100,height=760');
    if (!view) {
      bar.append(make('strong', { text: t('blocked'), role: 'alert' }));
      return;
    }
    const doc = view.document;
    doc.documentElement.lang = zh() ? 'zh' : 'en';
    doc.head.replaceChildren(
      make('title', {}, doc),
      ...[...document.querySelectorAll('style, link[rel=stylesheet][href*="replay/"]')].map(style =>
        style.tagName === 'STYLE'
          ? make('style', { text: style.textContent }, doc)
          : make('link', { rel: 'stylesheet', href: style.href }, doc),
      ),
    );
    doc.body.className = 'page';
    doc.body.replaceChildren(make('main', { id: 'presenter', className: 'player' }, doc));
    doc.addEventListener('keydown', e => pressed(e, true));
    dressView();
  }

  function dressView() {
    if (!view || view.closed || !story.steps[at]) return;
    const doc = view.document,
      step = story.steps[at],
      following = story.steps[at + 1],
      of = (tag, more) => make(tag, more, doc);
    doc.documentElement.lang = zh() ? 'zh' : 'en';
    doc.title = `${t('notes')} · ${said(story.name)}`;
    const holding =
      auto && standing && step.pause === null ? ` · ${t('hold')}` : auto && standing ? ` · ${step.pause} ${t('seconds')}` : '';
    const top = of('header', {});
    top.append(
      of('h1', { text: said(story.name) }),
      of('p', { id: 'presenter-count', text: `${at + 1} / ${story.steps.length}${holding}`, role: 'status' }),
      of('p', { id: 'presenter-clock' }),
    );
    const now = of('section', { id: 'presenter-now' });
    now.append(
      of('h2', { text: `${t('now')}: ${place(step)}` }),
      of('p', { className: 'caption', text: said(step.caption) }),
      of('p', { id: 'presenter-notes', className: step.notes ? 'notes' : 'notes none', text: step.notes ? said(step.notes) : t('none') }),
    );
    const after = of('section', { id: 'presenter-next' });
    after.append(
      of('h2', { text: following ? `${t('then')}: ${place(following)}` : t('then') }),
      of('p', { className: 'caption', text: following ? said(following.caption) : t('end') }),
    );
    const controls = of('div', { id: 'presenter-controls' });
    controls.append(
      of('button', {
        text: `◀ ${t('previous')}`,
        type: 'button',
        id: 'presenter-back',
        click: () => quiet(previous()),
        ...(at > 0 ? {} : { disabled: '' }),
      }),
      of('button', {
        text: `${t('next')} ▶`,
        type: 'button',
        id: 'presenter-forward',
        className: following ? 'chief' : '',
        click: () => quiet(next()),
        ...(following ? {} : { disabled: '' }),
      }),
      of('button', {
        text: auto ? t('stop') : t('auto'),
        type: 'button',
        id: 'presenter-auto',
        'aria-pressed': String(auto),
        click: () => setAuto(!auto),
      }),
      of('button', {
        text: t('again'),
        type: 'button',
        id: 'presenter-again',
        click: () => {
          begun = Date.now();
          tick();
        },
      }),
    );
    const focused = doc.activeElement?.id;
    doc.getElementById('presenter').replaceChildren(top, now, after, controls);
    if (focused) doc.getElementById(focused)?.focus();
    tick();
  }

  const two = number => String(number).padStart(2, '0');
  function tick() {
    if (!view || view.closed) return;
    const clock = view.document.getElementById('presenter-clock'),
      gone = Math.floor((Date.now() - begun) / 1000),
      now = new Date();
    if (clock)
      clock.textContent =
        `${t('elapsed')} ${two(Math.floor(gone / 3600))}:${two(Math.floor(gone / 60) % 60)}:${two(gone % 60)} · ` +
        `${t('clock')} ${two(now.getHours())}:${two(now.getMinutes())}`;
  }

  // Before the player sees it: a remote control sends Page Down and Page Up, and in a story they go from step to step.
  function pressed(e, inView) {
    if (
      e.ctrlKey ||
      e.altKey ||
      e.metaKey ||
      !root.isConnected ||
      e.target.closest?.('[data-own-keys]') ||
      e.target.tagName === 'SELECT' ||
      (e.target.tagName === 'INPUT' && e.target.type !== 'range') ||
      e.target.tagName === 'TEXTAREA'
    )
      return;
    const keys = { PageDown: next, PageUp: previous, a: () => setAuto(!auto), n: notes };
    if (inView) Object.assign(keys, { ArrowRight: next, ArrowLeft: previous });
    const act = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (!act) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    quiet(act());
  }

  async function tell(told, options = {}) {
    [story, player, root] = [told, window.SimLabPlayer, options.root ?? document.getElementById('player')];
    if (!options.mounted) await player.ready;
    undo.forEach(off => off());
    build();
    const key = e => pressed(e, false),
      leave = () => view?.close(),
      ticking = setInterval(tick, 1000);
    document.addEventListener('keydown', key, true);
    window.addEventListener('pagehide', leave);
    undo = [
      player.on('language', dress),
      player.on('month', () => tellLife(story.steps[at])),
      () => clearInterval(ticking),
      () => document.removeEventListener('keydown', key, true),
      () => window.removeEventListener('pagehide', leave),
    ];
    begun = Date.now();
    await show(0);
  }

  window.SimLabStory = {
    tell,
    show,
    next,
    previous,
    auto: setAuto,
    notes,
    ready: null,
    state: () => ({ step: at, steps: story?.steps.length ?? 0, auto, standing }),
  };
  // An exported page carries its story after this program.
  SimLabStory.ready = new Promise((done, failed) =>
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        const carried = document.getElementById('story');
        if (carried) tell(JSON.parse(carried.textContent)).then(done, failed);
        else done();
      },
      { once: true },
    ),
  );
  SimLabStory.ready.catch(() => {});
})();
