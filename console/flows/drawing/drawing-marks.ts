/** What a drawing says of a node, beside what the node is. */
export interface NodeMark {
  /** `faint` lies beside the point, `strong` is what it is about, `live` is where a session stands now. */
  readonly tone: 'plain' | 'faint' | 'strong' | 'live';
  /** Stands beside the title, such as figures or the numbers of steps. */
  readonly note?: string;
  /** Stands below the card. */
  readonly foot?: string;
  /** Drawn as a bar, from 0 to 1. */
  readonly share?: number;
}

/** What a drawing says of an edge. */
export interface EdgeMark {
  readonly tone: 'plain' | 'faint' | 'strong';
  /** How many pixels wide; as usual when absent. */
  readonly width?: number;
  readonly label?: string;
}

/** What a drawing says of a flow, by the ids of its nodes and edges; nothing of those that are absent. */
export interface DrawingMarks {
  readonly nodes: ReadonlyMap<string, NodeMark>;
  readonly edges: ReadonlyMap<string, EdgeMark>;
}
