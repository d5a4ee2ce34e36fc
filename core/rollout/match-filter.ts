import { attributeReader, splitPath } from './attribute-reader.ts';
import type { Attributes } from './attributes.ts';
import type { Filter } from './audience.ts';
import { compileOperator, type ValueTest } from './compile-operator.ts';

export type CompiledFilter = (attributes: Attributes) => boolean;

/** Whether one rule holds for these attributes. For a rule asked once; `compileFilter` is for one asked often. */
export function matchFilter(filter: Filter, attributes: Attributes): boolean {
  return compileFilter(filter)(attributes);
}

/** A rule with its path and value read once. */
export function compileFilter(filter: Filter): CompiledFilter {
  const test = compileOperator(filter.operator, filter.value);
  const { namespace, name } = splitPath(filter.attribute);
  const isInherited = name in Object.prototype;
  return (isInherited ? undefined : directTest(namespace, name, test)) ?? carefulTest(filter.attribute, test);
}

function carefulTest(path: string, test: ValueTest): CompiledFilter {
  const read = attributeReader(path);
  return (attributes) => test(read(attributes));
}

/**
 * A test that need not ask whether a property is inherited. Each namespace is spelled out, because a property named
 * in the source is read several times as fast as one named by a variable.
 */
function directTest(namespace: string, name: string, test: ValueTest): CompiledFilter | undefined {
  switch (namespace) {
    case 'contact':
      return ({ contact }) => test(contact?.[name]);
    case 'company':
      return ({ company }) => test(company?.[name]);
    case 'page':
      return ({ page }) => test(page?.[name]);
    case 'device':
      return ({ device }) => test(device?.[name]);
    case 'visitor':
      return ({ visitor }) => test(visitor?.[name]);
    default:
      return undefined;
  }
}
