import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guarded, openDatabase } from '../../utils/store/db';
import { kindOfFault, StoreError, storeError } from '../../utils/store/errors';
import { probe } from '../../utils/store/probe';
import { TertuliaDatabase } from '../../utils/store/schema';

const open = (name: string, version?: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('faults have a kind', () => {
  it.each([
    [named('QuotaExceededError', 'Encountered disk full while committing transaction.'), 'diskFull'],
    [named('UnknownError', 'Connection is closing because of: IO error: FILE_ERROR_NO_SPACE'), 'diskFull'],
    [named('QuotaExceededError', 'The current transaction exceeded its quota limitations.'), 'quota'],
    [named('UnknownError', 'Internal error opening backing store for indexedDB.open.'), 'damaged'],
    [named('NotReadableError', 'Data lost due to missing file.'), 'damaged'],
    [named('VersionError', 'The requested version (10) is less than the existing version (20).'), 'newerVersion'],
    [
      named('InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.'),
      'forbidden',
    ],
    [named('SecurityError', 'The operation is insecure.'), 'forbidden'],
    [new TypeError('x is not a function'), 'unknown'],
    [null, 'unknown'],
    ['a string', 'unknown'],
  ])('%s', (fault, kind) => {
    expect(kindOfFault(fault)).toBe(kind);
  });

  it('through the errors Dexie wraps around them', () => {
    const inner = named('QuotaExceededError', 'quota');
    expect(kindOfFault(Object.assign(named('AbortError', 'aborted'), { inner }))).toBe('quota');
    const circle = named('A', 'a') as Error & { inner?: unknown };
    circle.inner = circle;
    expect(kindOfFault(circle)).toBe('unknown');
  });

  it('and keep it', () => {
    const error = new StoreError('blocked', null);
    expect(storeError(error)).toBe(error);
  });
});

describe('the look before opening', () => {
  it('finds nothing, and makes nothing', async () => {
    expect(await probe('not-there')).toEqual({ exists: false, version: 0, dataLoss: 'none' });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('not-there');
  });

  it('finds what is there', async () => {
    (await open('there', 30)).close();
    expect(await probe('there')).toEqual({ exists: true, version: 30, dataLoss: 'none' });
  });

  it('hears of lost data', async () => {
    const factory = {
      open() {
        const request: Record<string, unknown> = {
          transaction: { abort: () => (request.onerror as (e: object) => void)({ preventDefault() {} }) },
        };
        queueMicrotask(() => (request.onupgradeneeded as (e: object) => void)({ dataLoss: 'total', oldVersion: 0 }));
        return request;
      },
    };
    expect(await probe('x', factory as unknown as IDBFactory)).toMatchObject({ exists: false, dataLoss: 'total' });
  });

  it.each([
    [
      'throws',
      () => {
        throw named('SecurityError', 'no');
      },
      'forbidden',
    ],
    [
      'fails',
      () => {
        const request: Record<string, unknown> = {
          error: named('UnknownError', 'Internal error opening backing store'),
        };
        queueMicrotask(() => (request.onerror as (e: object) => void)({ preventDefault() {} }));
        return request;
      },
      'damaged',
    ],
    ['never answers', () => ({}), 'silent'],
  ])('a browser that %s', async (_, opens, kind) => {
    await expect(probe('x', { open: opens } as unknown as IDBFactory, 20)).rejects.toMatchObject({ kind });
  });
});

describe('opening', () => {
  const made: TertuliaDatabase[] = [];
  const database = (name: string): TertuliaDatabase => {
    const db = new TertuliaDatabase(name);
    made.push(db);
    return db;
  };
  afterEach(async () => {
    for (const db of made.splice(0)) await db.delete();
  });

  it('makes the database, and is quick the second time', async () => {
    const db = database('opening');
    expect(await openDatabase({ db })).toBe(db);
    expect(await openDatabase({ db })).toBe(db);
    expect(db.tables.length).toBeGreaterThan(10);
  });

  it('asks for strict durability: kept means on disk', () => {
    const options = (database('strict') as unknown as { _options: { chromeTransactionDurability?: string } })._options;
    expect(options.chromeTransactionDurability).toBe('strict');
  });

  it('refuses a database of a newer release politely, and leaves it as it is', async () => {
    const newer = new Dexie('newer');
    newer.version(99).stores({ posts: 'key, somethingNew' });
    await newer.open();
    await newer.table('posts').put({ key: 'a', somethingNew: 1 });
    newer.close();
    await expect(openDatabase({ db: database('newer') })).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'newerVersion',
    });
    await newer.open();
    expect(await newer.table('posts').count()).toBe(1);
    newer.close();
  });

  it('says when another window is in the way', async () => {
    const old = await open('blocked', 5);
    const onBlocked = vi.fn(() => old.close());
    await openDatabase({ db: database('blocked'), onBlocked });
    expect(onBlocked).toHaveBeenCalledOnce();
  });
});

it('gives the faults of queries a kind, and leaves other mistakes alone', async () => {
  const quota = (): never => {
    throw new Dexie.QuotaExceededError('full');
  };
  await expect(guarded(async () => quota())).rejects.toMatchObject({ kind: 'quota' });
  await expect(
    guarded(async () => {
      throw new TypeError('mine');
    }),
  ).rejects.toThrow(TypeError);
  expect(await guarded(async () => 3)).toBe(3);
});
