/** People and one of them, each with its model and its keys. */

import { People } from '../../components/people/people';
import { PersonScreen } from '../../components/people/person';
import { ForgetPerson } from '../../components/settings/forget-person';
import { Back } from '../../components/shell/back';
import { forgetPersonModel } from '../../utils/panel/forget-person';
import { mistakableHere } from '../../utils/panel/members';
import type { Panel } from '../../utils/panel/panel';
import { peopleModel } from '../../utils/panel/people';
import { personModel } from '../../utils/panel/person';
import { personMoreModel } from '../../utils/panel/person-more';
import { CannotRead } from './cannot-read';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export function PeopleRoute({ panel }: { panel: Panel }) {
  const model = useOwned('people', (ends) => peopleModel(panel, ends));
  if (model.error.value && !model.people.value) return <CannotRead />;
  return <People model={model} now={panel.now.value} />;
}

export function PersonRoute({ panel, id }: { panel: Panel; id: string }) {
  const model = useOwned(id, (ends) => personModel(panel, id, ends));
  const also = useOwned(`more ${id}`, (ends) => personMoreModel(panel, id, model.view, ends));
  const forgetting = useOwned(`forget ${id}`, () => forgetPersonModel(panel, id));
  const mistakable = useOwned('mistakable', (ends) => mistakableHere(panel, ends));
  const begin = (focusOn: 'text' | 'tags') => () => model.writing.begin(model.target.value, undefined, focusOn);
  const back = () => panel.router.back();
  useKeys(panel, { a: begin('text'), t: begin('tags'), escape: back });
  if (model.error.value && model.view.value === undefined) return <CannotRead />;
  return (
    <>
      <PersonScreen
        mistakable={mistakable.value}
        model={model}
        also={also}
        id={id}
        now={panel.now.value}
        back={<Back router={panel.router} />}
      />
      {model.view.value || forgetting.receipt.value ? <ForgetPerson model={forgetting} now={panel.now.value} /> : null}
    </>
  );
}
