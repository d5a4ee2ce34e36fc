import { type AttributeNamespace, type Attributes, attributeNamespaces } from './attributes.ts';

export type AttributeReader = (attributes: Attributes) => unknown;

/**
 * A reader of one attribute, such as `contact.plan`: the namespace, then a name that may itself contain dots.
 * Only own properties count, so `contact.constructor` is missing unless somebody set it; missing reads as undefined.
 * A variable may hold any JSON: `var.reply.body.items.0` reads into it where no variable has the whole name.
 */
export function attributeReader(path: string): AttributeReader {
  const { namespace, name } = splitPath(path);
  if (namespace === 'var') return variableReader(name);
  if (!isNamespace(namespace)) return () => undefined;
  return (attributes) => {
    const map = attributes[namespace];
    return map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;
  };
}

/** `contact.address.city` is `address.city` of `contact`. */
export function splitPath(path: string): { readonly namespace: string; readonly name: string } {
  const dot = path.indexOf('.');
  return { namespace: path.slice(0, dot), name: path.slice(dot + 1) };
}

function variableReader(name: string): AttributeReader {
  const steps = name.split('.');
  return ({ var: variables }) => {
    if (variables === undefined) return undefined;
    return Object.hasOwn(variables, name) ? variables[name] : steps.reduce(readInto, variables);
  };
}

function readInto(holder: unknown, step: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return undefined;
  return Array.isArray(holder) && step === 'length' ? undefined : Reflect.get(holder, step);
}

function isNamespace(text: string): text is AttributeNamespace {
  return attributeNamespaces.some((namespace) => namespace === text);
}
