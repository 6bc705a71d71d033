// What Google's side of a formula would take, from published measurements: for comparing, not for predicting.

/** Seconds to read a cell: the mean of a hundred reads of ten million cells (tanaikech, 2022). */
const CELL = 8.5e-6;
/** Seconds of a range call of one cell (the same). */
const RANGE_CALL = 0.25;
/** Seconds of a cache read, the same for a few bytes and for 100 KB (mitonattou919; others say less). */
const CACHE_READ = 0.025;

/**
 * Modelled seconds of a formula beside the execution itself, which takes about half a second for everyone.
 *
 * @param ms its JavaScript, as measured
 */
export function secondsOf({ cacheReads = 0, tabReads = 0, cellsRead = 0 }, ms) {
  return cacheReads * CACHE_READ + tabReads * RANGE_CALL + cellsRead * CELL + ms / 1_000;
}
