/** The real browser behind a model: its settings in `storage.local`, its permission, its own model. */
import type { Analysis } from '../analysis/client';
import { askBuiltIn, builtInModel } from '../browser/language-model';
import { localValue } from '../browser/local';
import { requestSending } from '../browser/permissions';
import { type ModelSettings, readModelSettings } from '../replies/model/settings';
import type { ModelDoors } from './model';
import type { ModelSettingsDoors } from './model-settings';

const stored = localValue<ModelSettings>('model');

async function read(): Promise<ModelSettings> {
  return readModelSettings(await stored.read());
}

export const modelDoors: ModelDoors = {
  settings: read,
  onSettings: (changed, ends) => stored.onChange(changed, ends),
  askPermission: requestSending,
  askBuiltIn(request, signal, onText) {
    const say = (role: 'system' | 'user') => request.messages.find((one) => one.role === role)?.content ?? '';
    return askBuiltIn({ system: say('system'), user: say('user'), lang: request.lang, signal, onText });
  },
};

/** For the settings page. The worker that asks is started when something is asked. */
export function modelSettingsDoors(ends: AbortSignal): ModelSettingsDoors {
  let analysis: Promise<Analysis> | undefined;
  const start = async () => (await import('../analysis/client')).startAnalysis();
  ends.addEventListener('abort', () => void analysis?.then((worker) => worker.close()), { once: true });
  return {
    read,
    write: stored.write,
    builtIn: builtInModel,
    askPermission: requestSending,
    async ask(endpoint, request, signal) {
      analysis ??= start();
      return (await analysis).modelAnswer({ endpoint, request }, { signal });
    },
  };
}
