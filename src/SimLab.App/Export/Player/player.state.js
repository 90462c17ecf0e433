// What is shown, and how numbers and months are written.
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
