// Several users of one file, and a user who takes the add-on's authorization back.
import type { Json } from './api';
import { hostWith } from './testing';

describe('users', () => {
  const host = () => {
    const made = hostWith(`
      function put(text) { PropertiesService.getUserProperties().setProperty('k', text); CacheService.getUserCache().put('k', text); PropertiesService.getDocumentProperties().setProperty('last', text); }
      function get() { return [PropertiesService.getUserProperties().getProperty('k'), CacheService.getUserCache().get('k'), PropertiesService.getDocumentProperties().getProperty('last')]; }
      function key() { return Session.getTemporaryActiveUserKey(); }
      function start() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function list() { return ScriptApp.getProjectTriggers().length; }
      function stop() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }
      function tick() { const log = PropertiesService.getDocumentProperties(); log.setProperty('ticks', (log.getProperty('ticks') || '') + PropertiesService.getUserProperties().getProperty('k') + ';'); }
      function ticks() { return PropertiesService.getDocumentProperties().getProperty('ticks'); }
      /** @customfunction */
      function WA_GET() { return PropertiesService.getUserProperties().getProperty('k'); }`);
    made.setClock('2026-11-22T12:00:00Z');
    const run = (name: string, user?: string, ...args: Json[]): Json => {
      const answer = made.run(name, args, user);
      return answer.ok ? answer.value : answer.error.message;
    };
    return { made, run };
  };
  test('each has their own properties and cache; the document’s are everybody’s', () => {
    const { run } = host();
    run('put', undefined, 'of the owner');
    run('put', 'ana', 'of Ana');
    expect(run('get')).toEqual(['of the owner', 'of the owner', 'of Ana']);
    expect(run('get', 'ana')).toEqual(['of Ana', 'of Ana', 'of Ana']);
    expect(run('get', 'rui')).toEqual([null, null, 'of Ana']);
  });
  test('a formula sees the owner’s properties', () => {
    const { made, run } = host();
    run('put', 'ana', 'of Ana');
    expect(made.formula('WA_GET', [])).toEqual({ ok: true, value: '' });
    run('put', undefined, 'of the owner');
    expect(made.formula('WA_GET', [])).toEqual({ ok: true, value: 'of the owner' });
  });
  test('each has one trigger of their own, which runs as them', () => {
    const { made, run } = host();
    run('put', 'ana', 'Ana');
    run('put', undefined, 'owner');
    expect(run('start', 'ana')).toBeNull();
    expect(run('start')).toBeNull();
    expect(run('start', 'ana')).toContain('too many time-based triggers');
    expect([run('list'), run('list', 'ana'), run('list', 'rui')]).toEqual([1, 1, 0]);
    made.setClock('2026-11-22T13:00:00Z');
    expect(made.fireTriggers()).toHaveLength(2);
    expect(run('ticks')).toBe('Ana;owner;');
    run('stop', 'rui');
    run('stop');
    expect([run('list'), run('list', 'ana')]).toEqual([0, 1]);
  });
  test('have keys that are stable and tell nothing', () => {
    const { run } = host();
    const [owner, ana, again] = [run('key'), run('key', 'ana'), run('key', 'ana')];
    expect(ana).toBe(again);
    expect(ana).not.toBe(owner);
    expect(ana).not.toContain('ana');
  });
  test('are all in the saved file; an older file had only the owner', () => {
    const { made, run } = host();
    run('put', 'ana', 'of Ana');
    run('put', undefined, 'of the owner');
    run('start', 'ana');
    const saved = made.save();
    const second = hostWith('', { saved });
    expect(second.save()).toBe(saved);
    const { users, triggers, ...older } = JSON.parse(saved);
    expect(users).toEqual({ ana: { k: 'of Ana' } });
    const { user, ...trigger } = triggers[0];
    expect(user).toBe('ana');
    const third = hostWith('', { saved: JSON.stringify({ ...older, triggers: [trigger] }) });
    expect(JSON.parse(third.save())).toMatchObject({
      properties: { user: { k: 'of the owner' } },
      users: {},
      triggers: [{ ...trigger, user: 'owner' }],
    });
  });
});

describe('without authorization', () => {
  const host = hostWith(`
    function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'start').addToUi(); }
    function start() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function tick() { PropertiesService.getUserProperties().setProperty('status', String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()));
      UrlFetchApp.fetch('https://graph.facebook.com/'); }
    function status() { const { FULL, LIMITED } = ScriptApp.AuthMode; return [FULL, LIMITED].map((mode) => ScriptApp.getAuthorizationInfo(mode).getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED); }`);
  test('triggers fire and fail at what needs it; the menu stays', () => {
    host.setClock('2026-11-22T12:00:00Z');
    expect(host.run('start', [])).toMatchObject({ ok: true });
    expect(host.run('status', [])).toEqual({ ok: true, value: [false, false] });
    host.withdrawAuthorization(true);
    expect(host.run('status', [])).toEqual({ ok: true, value: [true, false] });
    expect(host.menu()).toHaveLength(1);
    host.setClock('2026-11-22T13:00:00Z');
    const error = 'Authorization is required to perform that action.';
    expect(host.fireTriggers()).toEqual([{ function: 'tick', ok: false, error }]);
    expect(JSON.parse(host.save()).properties.user).toEqual({ status: 'REQUIRED' });
    host.withdrawAuthorization(false);
    host.setClock('2026-11-22T14:00:00Z');
    expect(host.fireTriggers()).toMatchObject([{ error: expect.stringContaining('unavailable') }]);
  });
});
