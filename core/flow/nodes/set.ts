import type { NodeBehaviour } from '../flow.ts';
import { compileJson } from '../json-template.ts';
import type { NodeData } from '../node-data.ts';
import { plainText } from '../template-escaping.ts';
import { setVariable } from '../turn.ts';
import { leave } from './steps.ts';

/** Sets a variable to a JSON value, templates in it filled in. */
export function compileSet({ variable, value }: NodeData['set']): NodeBehaviour {
  const template = compileJson(value, plainText);
  return { enter: (turn) => setVariable(turn, variable, template(turn.scope)) ?? leave };
}
