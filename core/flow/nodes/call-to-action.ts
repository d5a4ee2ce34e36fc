import type { NodeBehaviour } from '../flow.ts';
import { inLanguage } from '../flow-texts.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate, renderTemplate } from '../template.ts';
import { linkUrl, plainText } from '../template-escaping.ts';
import { parseUrlTemplate } from '../url-template.ts';
import type { NodeSite } from './node-site.ts';
import { leave } from './steps.ts';

/** Shows a card with a button, and goes on. The action's id is the node's. */
export function compileCallToAction(data: NodeData['callToAction'], { place, texts }: NodeSite): NodeBehaviour {
  const label = texts('label', data.label, parseTemplate);
  const description = texts('description', data.description, parseTemplate);
  const url = parseUrlTemplate(data.url);
  return {
    enter({ events, scope, language }) {
      events.push({
        type: 'actionShown',
        actionId: place.nodeId,
        label: renderTemplate(inLanguage(label, language), scope, plainText),
        url: renderTemplate(url, scope, linkUrl),
        description: renderTemplate(inLanguage(description, language), scope, plainText),
      });
      return leave;
    },
  };
}
