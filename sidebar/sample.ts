// Sample answers of the server for the sidebar's tests.

import type { Account, LibraryItem, Status, SyncAnswer } from '../src/rpc/contract';

export const aurora: Account = {
  id: '102290129340398',
  name: 'Loja Aurora',
  currency: 'BRL',
  timeZone: 'America/Sao_Paulo',
};
export const home: Account = {
  id: '104857600000012',
  name: 'Aurora Home',
  currency: 'USD',
  timeZone: 'America/New_York',
};

export function sampleStatus(changes: Partial<Status> = {}): Status {
  return {
    connected: true,
    tail: 'ab12',
    accounts: [aurora],
    lastSync: '2026-11-21T12:00:00Z',
    lastFailure: null,
    selection: null,
    today: '2026-11-22',
    reach: '2026-08-24',
    coverage: [],
    compareTo: 'weekday',
    reports: [],
    tab: 'WA Daily',
    schedule: { on: true, mine: true, next: { day: '2026-11-23', hour: 5 } },
    separator: ';',
    ...changes,
  };
}

export function sampleTemplate(changes: Partial<LibraryItem> = {}): LibraryItem {
  return {
    id: '900000000000001',
    name: 'promo_verao',
    language: 'pt_BR',
    category: 'MARKETING',
    status: 'APPROVED',
    accountId: aurora.id,
    account: aurora.name,
    quality: 'GREEN',
    text: 'Oi, {{1}}! A promoção de verão começou.',
    buttons: ['Ver ofertas'],
    listed: true,
    ...changes,
  };
}

export function sampleAnswer(changes: Partial<SyncAnswer> = {}): SyncAnswer {
  return {
    done: true,
    cursor: null,
    progress: { done: 4, total: 4 },
    counts: { added: 120, changed: 3, restated: 1, held: 0, requests: 4 },
    range: { from: '2026-10-23', to: '2026-11-21' },
    tab: 'WA Daily',
    comparison: 'WA Templates',
    notices: [],
    ...changes,
  };
}
