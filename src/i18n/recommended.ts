/** Words of what an exercise is usually learned with. */
interface Network {
  readonly cell: string;
  readonly hiddenSize: number;
}

export const en = {
  learnedWith: ({ cell, hiddenSize }: Network) =>
    `Recommended here: ${cell} with ${hiddenSize} hidden units in one layer.`,
  take: 'Use the recommended network',
};

export const ko: typeof en = {
  learnedWith: ({ cell, hiddenSize }) => `여기서는 ${cell}, 은닉 유닛 ${hiddenSize}개, 한 층을 권합니다.`,
  take: '권장 신경망 쓰기',
};
