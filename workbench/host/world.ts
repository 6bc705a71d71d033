// Makes everything that outlives an execution, new or from a saved file.
import type { HostOptions } from './api';
import { Clock } from './clock';
import { CallCounter } from './counting';
import type { World } from './execution';
import { Workbook } from './grid/workbook';
import { readManifest } from './permissions';
import { readSaved, restoreState } from './saved';
import type { ScriptText } from './script';
import { CacheStore } from './stores/cache-store';
import { LockTable } from './stores/lock-table';
import { PropertyStore } from './stores/property-store';
import { TriggerList } from './stores/trigger-list';
import { UserStores } from './stores/user-stores';
import { readLocale } from './text/locale';
import { assertZone } from './text/serial';

export function makeWorld(options: HostOptions, script: ScriptText): World {
  const saved = options.saved ? readSaved(options.saved) : null;
  const locale = readLocale(options.locale ?? saved?.locale ?? 'en_US');
  const zone = options.timeZone ?? saved?.zone ?? 'America/Sao_Paulo';
  assertZone(zone);
  const clock = new Clock();
  const id = saved?.id ?? 'workbench-spreadsheet';
  const world: World = {
    options,
    manifest: readManifest(options.manifest),
    clock,
    workbook: new Workbook(locale, zone, id, saved?.title ?? 'Workbench'),
    users: new UserStores(clock),
    properties: {
      document: new PropertyStore(),
      script: new PropertyStore(),
    },
    caches: {
      document: new CacheStore(clock),
      script: new CacheStore(clock),
    },
    triggers: new TriggerList(),
    locks: new LockTable(),
    planned: { fault: null, unauthorized: false, fetchesLeft: null },
    running: [],
    counter: new CallCounter(),
    functions: new Set([...script.declared].filter((name) => script.isPublic(name))),
    menu: [],
    userLocale: options.userLocale ?? personLocale(locale.code),
    log: options.log ?? (() => {}),
  };
  if (saved) {
    restoreState(world, saved);
    world.workbook.locale = locale;
    world.workbook.zone = zone;
  } else world.workbook.addTab(locale.firstTab);
  // The page starts with a snapshot; making the workbook is no event.
  world.workbook.changes.take();
  return world;
}

/** Google names English and most languages without a country, Brazilian Portuguese with it. */
const personLocale = (code: string): string => (code === 'pt_BR' ? code : code.slice(0, 2));
