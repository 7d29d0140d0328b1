/** A copy into the folder the user picked, while no screen is open. What goes to the downloads takes a screen, and waits. */
import { packagedVersion } from '../browser/packaged';
import { backUpWhenDue } from '../keeping/automatic';
import { database, openDatabase } from '../store/db';

export async function copyWhenDue(): Promise<void> {
  await openDatabase();
  await backUpWhenDue(database(), { app: await packagedVersion() });
}
