/**
 * Identifiers are a prefix, an underscore and a UUIDv7 in 32 hex digits, so that they sort by
 * creation time and say what they name. The brand keeps one kind from being passed as another.
 */
export type Id<Prefix extends string> = string & { readonly __prefix: Prefix };

export type WorkspaceId = Id<'wsp'>;
export type FlowId = Id<'flw'>;
export type TwinId = Id<'twn'>;
export type SourceId = Id<'src'>;
export type VersionId = Id<'ver'>;
export type DeploymentId = Id<'dep'>;
export type DeploymentRevisionId = Id<'rev'>;
export type SessionId = Id<'ses'>;
export type PersonId = Id<'per'>;
export type DecisionId = Id<'dec'>;
