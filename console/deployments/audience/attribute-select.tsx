import { ChevronDown } from 'lucide-react';
import { attributeCatalogue } from '../../../core/rollout/attribute-catalogue.ts';
import { attributeNamespaces } from '../../../core/rollout/attributes.ts';
import { classes } from '../../ui/classes.ts';
import { controlClasses } from '../../ui/control-classes.ts';
import { Input } from '../../ui/input.tsx';
import {
  attributeInWords,
  cataloguedAttribute,
  isClaimed,
  namespaceWords,
  type PlatformKind,
} from './attribute-words.ts';

export interface AttributeSelectProps {
  platform: PlatformKind;
  value: string;
  onChange: (attribute: string) => void;
  /** Said before the control's own name, such as "Rule 2". */
  label: string;
  isInvalid?: boolean;
}

/** One of the platform's attributes, or a field of one's own by its name. */
export function AttributeSelect({ platform, value, onChange, label, isInvalid = false }: AttributeSelectProps) {
  const [namespace = 'contact', ...name] = value.split('.');
  const isCatalogued = cataloguedAttribute(platform, value) !== undefined;
  return (
    <span className="grid min-w-0 gap-1.5">
      <span className="relative block">
        <select
          aria-label={`${label}: attribute`}
          aria-invalid={isInvalid || undefined}
          className={classes(controlClasses, 'h-9 appearance-none truncate pr-8')}
          value={isCatalogued ? value : `${namespace}.*`}
          onChange={(event) => onChange(event.target.value.replace(/\*$/, ''))}
        >
          {attributeNamespaces.map((each) => (
            <NamespaceOptions key={each} platform={platform} namespace={each} />
          ))}
          {!isCatalogued && !hasOwnFields(platform, namespace) && <option value={`${namespace}.*`}>{value}</option>}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-faint"
        />
      </span>
      {!isCatalogued && (
        <Input
          aria-label={`${label}: name of the field`}
          aria-invalid={isInvalid || undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Name of the field, such as seats"
          maxLength={200}
          value={name.join('.')}
          onChange={(event) => onChange(`${namespace}.${event.target.value.replace(/\s/g, '_')}`)}
        />
      )}
    </span>
  );
}

function NamespaceOptions(props: { platform: PlatformKind; namespace: keyof typeof namespaceWords }) {
  const own = attributeCatalogue[props.platform].filter(({ attribute }) => attribute.startsWith(`${props.namespace}.`));
  if (own.length === 0) return null;
  const claimed = isClaimed(`${props.namespace}.`) ? ' (claimed by the browser)' : '';
  return (
    <optgroup label={`${namespaceWords[props.namespace]}${claimed}`}>
      {own.map(({ attribute }) => (
        <option key={attribute} value={attribute}>
          {attribute.endsWith('*') ? `Another field of the ${fieldOwner[props.namespace]}…` : optionLabel(attribute)}
        </option>
      ))}
    </optgroup>
  );
}

const fieldOwner = {
  contact: 'person',
  company: 'company',
  page: 'page',
  device: 'device',
  visitor: 'browser',
} as const;

function optionLabel(attribute: string): string {
  const words = attributeInWords(attribute);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function hasOwnFields(platform: PlatformKind, namespace: string): boolean {
  return attributeCatalogue[platform].some(({ attribute }) => attribute === `${namespace}.*`);
}
