// Checks, each a line of output: what was looked at, and what was seen.

let passed = 0;
const failed = [];

const shortened = seen => {
  const text = typeof seen === 'string' ? seen : JSON.stringify(seen);
  return text === undefined ? 'nothing' : text.length > 220 ? text.slice(0, 217) + '...' : text;
};

export function check(name, holds, seen) {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${name}: ${shortened(seen)}`);
  if (holds) {
    passed++;
  } else {
    failed.push(name);
  }
}

export function equal(name, seen, expected) {
  check(name, JSON.stringify(seen) === JSON.stringify(expected), seen);
}

// A part that breaks off is a check that failed, and the next part is tried all the same.
export async function part(title, steps) {
  console.log(`\n# ${title}`);
  try {
    await steps();
  } catch (error) {
    check(`${title} is gone through`, false, error.stack.split('\n').slice(0, 4).join(' | '));
  }
}

export function summary() {
  console.log(`\n${passed} checks passed, ${failed.length} failed${failed.length ? ': ' + failed.join('; ') : ''}`);
  return failed.length === 0;
}
