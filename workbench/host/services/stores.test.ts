import { hostDoing, outcome, run } from '../testing';

describe('properties', () => {
  test('three stores keep text apart, from one execution to the next', () => {
    const host = hostDoing(`
      const stores = [PropertiesService.getUserProperties(), PropertiesService.getDocumentProperties(), PropertiesService.getScriptProperties()];
      if (a) stores.forEach((store, index) => store.setProperty('k', 'v' + index).setProperties({ other: 'x' }));
      else stores[0].deleteProperty('k');
      return stores.map((store) => [store.getProperty('k'), store.getKeys().length]);`);
    expect(outcome(host, true)).toEqual([
      ['v0', 2],
      ['v1', 2],
      ['v2', 2],
    ]);
    expect(outcome(host, false)).toEqual([
      [null, 1],
      ['v1', 2],
      ['v2', 2],
    ]);
  });
  test('setProperties can delete all others', () => {
    expect(
      run(`const store = PropertiesService.getScriptProperties().setProperty('a', '1').setProperties({ b: '2' }, true);
        return store.getProperties()`),
    ).toEqual({ b: '2' });
  });
  test.each(['5', 'null', '{}', 'undefined'])('a value of %s is refused: text only', (value) => {
    expect(() => run(`PropertiesService.getUserProperties().setProperty('k', ${value})`)).toThrow(
      'value must be text',
    );
  });
  test('a value has at most 9 KB, counted in bytes', () => {
    const put = (text: string) =>
      run(`PropertiesService.getUserProperties().setProperty('k', ${text}); return 1`);
    expect(put(`'x'.repeat(9216)`)).toBe(1);
    expect(() => put(`'x'.repeat(9217)`)).toThrow('Argument too large: value');
    expect(() => put(`'ã'.repeat(5000)`)).toThrow('Argument too large: value');
  });
  test('a store has at most 500 KB', () => {
    expect(() =>
      run(`const store = PropertiesService.getDocumentProperties();
        for (let i = 0; i < 60; i++) store.setProperty('key' + i, 'x'.repeat(9000));`),
    ).toThrow('You have exceeded the property storage quota.');
  });
});

describe('cache', () => {
  const CACHE = 'const cache = CacheService.getDocumentCache();';
  test('a value is there until its time is over', () => {
    const host = hostDoing(
      `${CACHE} if (a) cache.put('k', 'v', 60); if (b) Utilities.sleep(b); return cache.get('k');`,
    );
    host.setClock('2026-11-22T12:00:00Z');
    expect(outcome(host, true, 59_999)).toBe('v');
    expect(outcome(host, false, 1)).toBeNull();
  });
  test('without a time it stays ten minutes', () => {
    const host = hostDoing(`${CACHE} if (a) cache.put('k', 'v'); return cache.get('k');`);
    host.setClock('2026-11-22T12:00:00Z');
    outcome(host, true);
    host.setClock('2026-11-22T12:09:59Z');
    expect(outcome(host, false)).toBe('v');
    host.setClock('2026-11-22T12:10:00Z');
    expect(outcome(host, false)).toBeNull();
  });
  test('getAll answers only what is there; removeAll takes away', () => {
    expect(
      run(`${CACHE} cache.putAll({ a: '1', b: '2', c: '3' }, 60); cache.removeAll(['b']); cache.remove('c');
        return [cache.getAll(['a', 'b', 'c', 'd']), cache.get('d')]`),
    ).toEqual([{ a: '1' }, null]);
  });
  test.each([
    [`cache.put('k', 'v', 0)`, 'expirationInSeconds must be from 1 to 21600'],
    [`cache.put('k', 'v', 21601)`, 'expirationInSeconds must be from 1 to 21600'],
    [`cache.put('k', 5)`, 'value must be text'],
    [`cache.put('k'.repeat(251), 'v')`, 'Argument too large: key'],
    [`cache.get('k'.repeat(251))`, 'Argument too large: key'],
    [`cache.put('k', 'x'.repeat(102401))`, 'Argument too large: value'],
    [`cache.put('k', 'ã'.repeat(52000))`, 'Argument too large: value'],
  ])('%s is refused', (call, message) => {
    expect(() => run(`${CACHE} ${call}`)).toThrow(message);
  });
  test('the largest key, value and time are taken', () => {
    expect(
      run(
        `${CACHE} cache.put('k'.repeat(250), 'x'.repeat(102400), 21600); return cache.get('k'.repeat(250)).length`,
      ),
    ).toBe(102_400);
  });
  test('above 1,000 items the oldest go', () => {
    expect(
      run(`${CACHE} for (let i = 0; i < 1001; i++) cache.put('k' + i, 'v');
        return [cache.get('k0'), cache.get('k99'), cache.get('k100'), cache.get('k1000')]`),
    ).toEqual([null, null, 'v', 'v']);
  });
});

test('a lock is free, held until released, and never outlives its execution', () => {
  const host = hostDoing(`const lock = LockService.getDocumentLock(); const before = lock.hasLock();
    lock.waitLock(1000); const held = LockService.getDocumentLock().hasLock();
    if (a) lock.releaseLock(); return [before, held, lock.hasLock()];`);
  expect(outcome(host, false)).toEqual([false, true, true]);
  expect(outcome(host, true)).toEqual([false, true, false]);
});

describe('utilities', () => {
  test('base64, digests and UUIDs', () => {
    const body = `
      const text = (bytes) => bytes.map((byte) => ('0' + (byte & 255).toString(16)).slice(-2)).join('');
      const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc', Utilities.Charset.UTF_8);
      return [Utilities.base64Encode('ação'), Utilities.base64EncodeWebSafe([-1, -2, -3]),
        Utilities.newBlob(Utilities.base64Decode('YcOnw6Nv')).getDataAsString(), text(digest), digest[0],
        Utilities.ungzip(Utilities.gzip(Utilities.newBlob('packed'))).getDataAsString(),
        /^[0-9a-f-]{36}$/.test(Utilities.getUuid())];`;
    expect(run(body)).toEqual([
      'YcOnw6Nv',
      '__79',
      'ação',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      0xba - 256,
      'packed',
      true,
    ]);
  });
  test('dates are formatted and read in a zone', () => {
    expect(
      run(`const date = Utilities.parseDate('2026-11-01', ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
        return [date instanceof Date, date.toISOString(), Utilities.formatDate(date, 'Etc/UTC', 'yyyy-MM-dd HH:mm')]`),
    ).toEqual([true, '2026-11-01T03:00:00.000Z', '2026-11-01 03:00']);
  });
  test('sleep is bounded', () => {
    expect(() => run('Utilities.sleep(300001)')).toThrow('from 0 to 300000');
  });
});

test('the session knows a language, the manifest’s zone, and nobody’s address', () => {
  const body = `return [Session.getActiveUserLocale(), Session.getScriptTimeZone(), Session.getActiveUser().getEmail()]`;
  expect(run(body)).toEqual(['en', 'Etc/UTC', '']);
  expect(run(body, { locale: 'pt_BR' })).toEqual(['pt_BR', 'Etc/UTC', '']);
  expect(run(body, { locale: 'pt_BR', userLocale: 'es' })).toEqual(['es', 'Etc/UTC', '']);
});
