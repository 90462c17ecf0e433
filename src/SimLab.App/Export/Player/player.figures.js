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
