// The script that runs first in every context: makes service objects, the clock's Date and the manifest's zone.

/**
 * Everything the add-on meets must be born in its own context, or `instanceof` fails there; so these
 * few helpers are evaluated inside it. Google's service objects have no members but their methods:
 * reading any other name throws by name.
 */
export const REALM_SCRIPT = String.raw`(function (bridge) {
  'use strict';
  const quiet = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', '$$typeof', 'asymmetricMatch', 'valueOf', 'hasOwnProperty', '__proto__', '@@iterator']);
  function fail(message) {
    const error = new Error(message);
    error.name = 'Exception';
    throw error;
  }
  function finish(outcome) {
    if (outcome.failed !== undefined) fail(outcome.failed);
    return outcome.value;
  }
  function service(target, name, methods, values) {
    const stray = (key) => fail('not emulated: ' + name + '.' + String(key));
    return new Proxy(Object.create(null), {
      get(_, key) {
        if (typeof key === 'symbol') return key === Symbol.toStringTag ? name : undefined;
        if (methods.has(key)) return (...args) => finish(bridge.call(target, key, args));
        if (values.has(key)) return finish(bridge.read(target, key));
        if (key === 'toString') return () => name;
        return quiet.has(key) ? undefined : stray(key);
      },
      set(_, key) { return stray(key); },
      defineProperty(_, key) { return stray(key); },
      deleteProperty(_, key) { return stray(key); },
      has(_, key) { return methods.has(key) || values.has(key); },
      ownKeys() { return []; },
    });
  }
  function hide(target, name, value) {
    Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
  }

  const RealDate = Date;
  const proto = RealDate.prototype;
  const local = {};
  for (const part of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) local[part] = proto['get' + part];
  function parse(text) {
    const at = RealDate.parse(text);
    if (!bridge.utc || at !== at || /^[+-]?\d{4,6}(-\d\d){0,2}$/.test(text)) return at;
    if (/(Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(\(.*\))?$/i.test(text)) return at;
    const date = new RealDate(at);
    const get = (part) => local[part].call(date);
    return RealDate.UTC(get('FullYear'), get('Month'), get('Date'), get('Hours'), get('Minutes'), get('Seconds'), get('Milliseconds'));
  }
  function instantOf(args) {
    if (args.length === 0) return bridge.now();
    if (args.length > 1) return bridge.utc ? RealDate.UTC(...args) : +new RealDate(...args);
    const only = args[0] instanceof RealDate ? +args[0] : typeof args[0] === 'object' && args[0] !== null ? args[0][Symbol.toPrimitive] ? args[0][Symbol.toPrimitive]('default') : args[0].valueOf() : args[0];
    return typeof only === 'string' ? parse(only) : +new RealDate(only);
  }
  const HostDate = { Date: function (...args) {
    if (!new.target) return new HostDate().toString();
    return Reflect.construct(RealDate, [instantOf(args)], new.target);
  } }.Date;
  HostDate.prototype = proto;
  hide(HostDate, 'now', function now() { return bridge.now(); });
  hide(HostDate, 'parse', function (text) { return parse(String(text)); });
  hide(HostDate, 'UTC', RealDate.UTC);
  Object.defineProperty(HostDate, 'length', { value: 7, configurable: true });
  hide(proto, 'constructor', HostDate);
  hide(globalThis, 'Date', HostDate);

  if (bridge.utc) {
    for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
      hide(proto, 'get' + part, proto['getUTC' + part]);
      if (part !== 'Day') hide(proto, 'set' + part, proto['setUTC' + part]);
    }
    const words = (date) => proto.toUTCString.call(date).split(' ');
    const day = (date) => { const w = words(date); return w[0].slice(0, 3) + ' ' + w[2] + ' ' + w[1] + ' ' + w[3]; };
    const time = (date) => words(date)[4] + ' GMT+0000 (Coordinated Universal Time)';
    const valid = (date) => proto.getTime.call(date) === proto.getTime.call(date);
    hide(proto, 'getTimezoneOffset', function getTimezoneOffset() { return valid(this) ? 0 : NaN; });
    hide(proto, 'toDateString', function toDateString() { return valid(this) ? day(this) : 'Invalid Date'; });
    hide(proto, 'toTimeString', function toTimeString() { return valid(this) ? time(this) : 'Invalid Date'; });
    hide(proto, 'toString', function toString() { return valid(this) ? day(this) + ' ' + time(this) : 'Invalid Date'; });
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
      const plain = proto[name];
      hide(proto, name, function (locales, options) { return plain.call(this, locales, Object.assign({ timeZone: 'UTC' }, options)); });
    }
    const Format = Intl.DateTimeFormat;
    const HostFormat = { DateTimeFormat: function (locales, options) {
      return Reflect.construct(Format, [locales, Object.assign({ timeZone: 'UTC' }, options)], new.target || HostFormat);
    } }.DateTimeFormat;
    HostFormat.prototype = Format.prototype;
    hide(HostFormat, 'supportedLocalesOf', Format.supportedLocalesOf);
    hide(Format.prototype, 'constructor', HostFormat);
    hide(Intl, 'DateTimeFormat', HostFormat);
  }

  return {
    service,
    array: (length) => new Array(length),
    object: () => ({}),
    date: (at) => new RealDate(at),
    isError: (value) => value instanceof Error,
    objectPrototype: Object.prototype,
    call: (f, args) => f(...args),
    define: (name, value) => hide(globalThis, name, value),
  };
})`;
