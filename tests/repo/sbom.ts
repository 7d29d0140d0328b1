/**
 * The bill of materials of what ships, in CycloneDX: `npm run sbom`. npm writes the one of everything that is installed; with
 * `--omit dev` it also leaves out what is shipped and used by the tests as well (npm 11), so the choice is made here.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { shipped } from './third-party';

export interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  licenses?: object[];
  hashes?: object[];
  externalReferences?: { type: string; url: string }[];
}

export interface Sbom {
  bomFormat: string;
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/** @throws where npm cannot read the tree */
export function sbom(): Sbom {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64e6,
  });
  const all: Sbom = JSON.parse(text.slice(text.indexOf('{')));
  const ships = new Set(shipped().map(({ name, version }) => `${name}@${version}`));
  const isShipped = ({ name, version }: { name: string; version: string }) => ships.has(`${name}@${version}`);
  const components = all.components.filter(isShipped).map(({ externalReferences = [], ...component }) => ({
    ...component,
    // Whence it was fetched is the business of whoever fetched it.
    externalReferences: externalReferences.filter(({ type }) => type !== 'distribution'),
  }));
  const kept = new Set(components.map((component) => component['bom-ref']));
  const own = all.dependencies[0]?.ref;
  return {
    ...all,
    components,
    dependencies: all.dependencies
      .filter(({ ref }) => ref === own || kept.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
  };
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(sbom(), null, 2));
