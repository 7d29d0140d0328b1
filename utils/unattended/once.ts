/** One round of the analysis where no screen is: everything pending is read, then the themes are looked at. */
import { startAnalysis } from '../analysis/client';

export async function analyseOnce(): Promise<void> {
  const analysis = startAnalysis();
  try {
    // A reading that fails leaves rows for next time, and the themes need none.
    await analysis.read().catch(() => undefined);
    await analysis.updateThemes();
  } finally {
    analysis.close();
  }
}
