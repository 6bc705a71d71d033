// B1: the size of dist/Code.js, which every formula has to read.
import { buildWithWholeZod, readDist } from '../tools/builds.mjs';

/** 180 KB, as the test of the built script has it. What a formula pays is what it evaluates: the next row. */
const LIMIT = 184_320;
/** Most of the script is the add-on itself; the peer's rest is zod and its languages. */
const OF_WHOLE_ZOD = 0.4;

export async function measure(report) {
  const [built, wholeZod] = await Promise.all([readDist('Code.js'), buildWithWholeZod()]);
  const [ours, theirs] = [built, wholeZod].map((code) => Buffer.byteLength(code));
  report.atMost('B1', 'dist/Code.js, bytes', ours, LIMIT);
  report.tell('B1', "with import { z } from 'zod', bytes", theirs.toLocaleString('en-US'));
  report.atMost('B1', "bytes / with import { z } from 'zod'", ours / theirs, OF_WHOLE_ZOD);
}
