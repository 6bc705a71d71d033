// The floor of loading: about the least that a script with one formula can be.

var METRICS = { sent: 0, delivered: 1, read: 2, clicks: 3, spent: 4 };

/** @customfunction */
function WA_SENT(template, from, to) {
  return answer('sent', template, from, to);
}

/** @customfunction */
function WA_SPENT(template, from, to) {
  return answer('spent', template, from, to);
}

function answer(metric, template, from, to) {
  if (typeof template !== 'string' || template === '') return '';
  if (!isDay(from) || !isDay(to)) throw new Error('A day is text such as 2026-11-22.');
  var cached = CacheService.getDocumentCache().get(`sums:${template}`);
  if (cached === null) throw new Error('Nothing has been synced.');
  var totals = JSON.parse(cached);
  return totalOn(totals, to)[METRICS[metric]] - totalOn(totals, before(from))[METRICS[metric]];
}

function isDay(text) {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function before(day) {
  return new Date(Date.parse(day) - 86400000).toISOString().slice(0, 10);
}

function totalOn(totals, day) {
  var found = [0, 0, 0, 0, 0];
  for (var known in totals) if (known <= day) found = totals[known];
  return found;
}
