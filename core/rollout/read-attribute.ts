import { type AttributeNamespace, type Attributes, attributeNamespaces } from './attributes.ts';

/** An attribute's address, taken apart once. */
export interface AttributePath {
  /** Undefined for a namespace that does not exist: everything in it is missing. */
  readonly namespace: AttributeNamespace | 'var' | undefined;
  readonly name: string;
  /** Whether reading the name from a plain object is enough: nothing is inherited under it, and it leads no deeper. */
  readonly isPlain: boolean;
}

/** `contact.address.city` names `address.city` of `contact`: a namespace, then a name that may itself contain dots. */
export function parseAttributePath(path: string): AttributePath {
  const dot = path.indexOf('.');
  const name = path.slice(dot + 1);
  const namespace = [...attributeNamespaces, 'var' as const].find((each) => each === path.slice(0, dot));
  return { namespace, name, isPlain: namespace !== 'var' && !(name in Object.prototype) };
}

/**
 * The value of an attribute; undefined when it is missing. Only own properties count, so `contact.constructor` is
 * missing unless somebody set it. A variable may hold any JSON: `var.reply.items.0` reads into it where no variable
 * has the whole name.
 */
export function readAttribute(attributes: Attributes, path: AttributePath): unknown {
  const holder = holderOf(attributes, path.namespace);
  if (holder === undefined) return undefined;
  return path.isPlain ? holder[path.name] : readCarefully(holder, path);
}

type Holder = Readonly<Record<string, unknown>>;

/** Spelled out because a property named in the source is read several times as fast as one named by a variable. */
function holderOf(attributes: Attributes, namespace: AttributePath['namespace']): Holder | undefined {
  if (namespace === 'contact') return attributes.contact;
  if (namespace === 'page') return attributes.page;
  if (namespace === 'visitor') return attributes.visitor;
  if (namespace === 'device') return attributes.device;
  return namespace === undefined ? undefined : attributes[namespace];
}

function readCarefully(holder: Holder, { namespace, name }: AttributePath): unknown {
  if (Object.hasOwn(holder, name)) return holder[name];
  return namespace === 'var' ? name.split('.').reduce<unknown>(readInto, holder) : undefined;
}

function readInto(holder: unknown, step: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return undefined;
  return Array.isArray(holder) && step === 'length' ? undefined : Reflect.get(holder, step);
}
