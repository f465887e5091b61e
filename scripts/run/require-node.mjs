const needed = [20, 19];

/** Ends the process with a message in both languages when Node is older than the product needs. */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  console.error(
    `需要 Node.js ${needed.join(".")} 或更高版本，当前为 ${version}。请升级后重试：https://nodejs.org`,
  );
  console.error(
    `Node.js ${needed.join(".")} or newer is needed, this is ${version}. Please upgrade and try again.`,
  );
  process.exit(1);
}
