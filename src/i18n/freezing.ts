const en = {
  name: 'Freeze at 0',
  layer: (layer: number) => `layer ${layer}`,
  layerChoice: 'Layer',
  unitChoice: 'Unit',
  freeze: (unit: string) => `Freeze ${unit} at 0`,
  letGo: (unit: string) => `Let ${unit} go again`,
};

const ko: typeof en = {
  name: '0으로 고정',
  layer: (layer) => `${layer}층`,
  layerChoice: '층',
  unitChoice: '유닛',
  freeze: (unit) => `${unit} 0으로 고정`,
  letGo: (unit) => `${unit} 고정 해제`,
};

/** Apart from the other words of time: the page asks for these on its own. */
export const freezing = { en, ko };
