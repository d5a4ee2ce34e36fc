import { roles } from '../../contract/scopes.ts';
import { roleWords } from './role-words.ts';

/** Roles, for a `Select`. */
export const roleOptions = roles.map((role) => ({ value: role, label: roleWords[role].title }));
