// Makes one Jest test of every fault file in a folder, in one language.
import { closeShared, runCase, type Shared } from './case';
import { type FaultFile, readFaultFolder } from './form';
import type { Locale } from './told';

/** Whether a person reads anything in this file: all that another language can change. */
const tellsSomething = ({ expect: { code = 'ok', says, notices } }: FaultFile): boolean =>
  ![code].flat().includes('ok') || says !== undefined || (notices?.length ?? 0) > 0;

export function describeFaults(locale: Locale): void {
  const files = readFaultFolder().filter(
    ({ file }) => file.locales?.includes(locale) ?? (locale === 'en_US' || tellsSomething(file)),
  );
  const shared: Shared = { scene: null };
  test.each(files)(
    '$name: $file.title',
    async ({ file }) => {
      expect(await runCase(file, locale, shared, true)).toEqual([]);
    },
    60_000,
  );
  test('the sheet on which nothing was written is brought up to date by the next sync', async () => {
    expect(await closeShared(shared)).toEqual([]);
  }, 60_000);
}
