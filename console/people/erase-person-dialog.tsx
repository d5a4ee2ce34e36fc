import { useNavigate } from '@tanstack/react-router';
import { type PersonReply, peopleEndpoints } from '../../contract/people.ts';
import { api } from '../api/api.ts';
import { ConfirmAction } from '../ui/confirm-action.tsx';
import { notifyDone } from '../ui/notify.ts';
import { personName } from './person-name.ts';

/** Erases somebody for good, once their name is typed. */
export function ErasePersonDialog({ person, onClose }: { person: PersonReply; onClose: () => void }) {
  const navigate = useNavigate();
  const { id, sessionCount } = person;
  const sessions = sessionCount === 1 ? 'session' : `${sessionCount} sessions`;
  return (
    <ConfirmAction
      title="Erase this person?"
      action="Erase person"
      nameToType={personName(person)}
      run={() => api.call(peopleEndpoints.erasePerson, { params: { id } })}
      refresh={[['people'], ['sessions']]}
      onDone={() => {
        notifyDone('The person was erased');
        void navigate({ to: '/people' });
      }}
      onClose={onClose}
    >
      <p>
        Their profile, their {sessions} with every message, what twins learned about them, their own sources and the
        rollout decisions made for them go for good. Counts on dashboards stay: they name nobody.
      </p>
    </ConfirmAction>
  );
}
