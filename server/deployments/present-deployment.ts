import { storedSettings } from '../../contract/deployment-settings.ts';
import type { DeploymentReply } from '../../contract/deployments.ts';
import type { DeploymentRecord } from '../ports/store/deployment-store.ts';

/** A deployment as the owner API shows it. The salt stays inside. */
export function presentDeployment(publicUrl: string, record: DeploymentRecord): DeploymentReply {
  const page = `${publicUrl}/d/${record.key}`;
  return {
    id: record.id,
    key: record.key,
    revision: record.revision,
    subject: record.subject,
    platform: record.platform,
    ...storedSettings(record.settings),
    links: {
      page,
      chat: `${page}/chat`,
      embed: `<script async src="${publicUrl}/embed.js" data-deployment="${record.key}"></script>`,
    },
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}
