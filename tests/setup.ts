/** Runs before every test file: an IndexedDB in memory. */
import 'fake-indexeddb/auto';
