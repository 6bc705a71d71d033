// The entrance of this room: makes a host from the built add-on.
import type { HostApi, HostOptions } from './api';
import { Host } from './host';

export function createHost(options: HostOptions): HostApi {
  return new Host(options);
}
