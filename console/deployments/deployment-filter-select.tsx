import { useInfiniteQuery } from '@tanstack/react-query';
import { FilterSelect, type FilterSelectProps } from '../ui/filter-select.tsx';
import { deploymentsQuery } from './deployment-queries.ts';

/** Narrows what is shown to one deployment. */
export function DeploymentFilterSelect(props: Pick<FilterSelectProps<string>, 'value' | 'onChange' | 'className'>) {
  const { data: deployments = [] } = useInfiniteQuery(deploymentsQuery);
  const options = deployments.map(({ id, name }) => ({ value: id, label: name }));
  return <FilterSelect {...props} label="Deployment" any="All deployments" options={options} />;
}
