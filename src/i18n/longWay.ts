import { grouped } from './numbers.ts';

const en = {
  sentence: (goal: number, duration: string, updates: number) =>
    `On to update ${grouped(goal)}: ${duration} at ${grouped(updates)} ${updates === 1 ? 'update' : 'updates'} a second. “Pause” stops at any time; memory stays bounded and nothing is lost.`,
  duration: {
    seconds: (number: number) => `about ${grouped(number)} seconds`,
    minutes: (number: number) => `about ${grouped(number)} minutes`,
    hours: (number: number) => `about ${grouped(number)} hours`,
    days: (number: number) => `about ${grouped(number)} days`,
    years: (number: number) => `about ${grouped(number)} years`,
  },
};

const ko: typeof en = {
  sentence: (goal, duration, updates) =>
    `갱신 ${grouped(goal)}회까지 ${duration} 걸립니다(1초에 ${grouped(updates)}회). ‘멈춤’을 누르면 언제든 멈추며, 메모리는 정해진 만큼만 쓰고 잃는 것은 없습니다.`,
  duration: {
    seconds: (number) => `약 ${grouped(number)}초`,
    minutes: (number) => `약 ${grouped(number)}분`,
    hours: (number) => `약 ${grouped(number)}시간`,
    days: (number) => `약 ${grouped(number)}일`,
    years: (number) => `약 ${grouped(number)}년`,
  },
};

export const longWay = { en, ko };
