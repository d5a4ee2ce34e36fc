import type { NodeBehaviour } from '../flow.ts';
import type { FlowNode } from '../node-data.ts';
import { compileAsk } from './ask.ts';
import { compileCallToAction } from './call-to-action.ts';
import { compileClassify } from './classify.ts';
import { compileCollectEmail } from './collect-email.ts';
import { compileCondition } from './condition.ts';
import { compileEnd } from './end.ts';
import { compileHandoff } from './handoff.ts';
import { compileHttp } from './http.ts';
import { compileJump } from './jump.ts';
import { compileMessage } from './message.ts';
import type { NodeSite } from './node-site.ts';
import { compileSet } from './set.ts';
import { compileSplit } from './split.ts';
import { start } from './start.ts';
import { compileSubflow } from './subflow.ts';
import { compileTwin } from './twin.ts';

/** The behaviour of a node, by its type. */
export function compileNode(node: FlowNode, site: NodeSite): NodeBehaviour {
  switch (node.type) {
    case 'start':
      return start;
    case 'message':
      return compileMessage(node.data, site);
    case 'ask':
      return compileAsk(node.data, site);
    case 'condition':
      return compileCondition(node.data);
    case 'set':
      return compileSet(node.data);
    case 'http':
      return compileHttp(node.data, site);
    case 'jump':
      return compileJump(node.data);
    case 'subflow':
      return compileSubflow(node.data);
    case 'split':
      return compileSplit(node.data, site);
    case 'collectEmail':
      return compileCollectEmail(node.data, site);
    case 'callToAction':
      return compileCallToAction(node.data, site);
    case 'handoff':
      return compileHandoff(node.data, site);
    case 'end':
      return compileEnd(node.data, site);
    case 'twin':
      return compileTwin(node.data, site);
    case 'classify':
      return compileClassify(node.data, site);
  }
}
