// Session: the person's language and the script's zone. Nobody's address is known.
import { createHash } from 'node:crypto';
import { at, type Misfits, type NoMisfits, Service } from '../service';

export class SessionService extends Service {
  static override readonly service = 'Session';

  getActiveUserLocale(): string {
    return this[at].world.userLocale;
  }
  getScriptTimeZone(): string {
    return this[at].world.manifest.timeZone;
  }
  /** Tells users apart without saying who they are. Google changes it every 30 days; here it stays. */
  getTemporaryActiveUserKey(): string {
    return createHash('sha256').update(`user ${this[at].user}`).digest('base64');
  }
  getActiveUser(): UserService {
    return new UserService(this[at]);
  }
  getEffectiveUser(): UserService {
    return new UserService(this[at]);
  }
}

class UserService extends Service {
  static override readonly service = 'User';

  /** Empty, as Google answers where the address is not to be known. */
  getEmail(): string {
    return '';
  }
}

export type SessionFits = NoMisfits<Misfits<SessionService, GoogleAppsScript.Base.Session>>;
export type UserFits = NoMisfits<Misfits<UserService, GoogleAppsScript.Base.User>>;
