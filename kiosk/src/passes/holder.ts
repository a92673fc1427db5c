// The pass page is complete without this script. On a phone that works at a door it adds the way from its own camera app to the check-in.
const link = document.querySelector<HTMLAnchorElement>("#check-in");
const token = location.pathname.split("/").pop() ?? "";

function isDoor(): boolean {
  try {
    return ["steward", "desk", "supervisor"].some((role) => localStorage.getItem(`device.${role}`) !== null);
  } catch {
    return false;
  }
}

if (link !== null && isDoor()) {
  // Behind "#", so that it stays on this phone.
  link.href = `/app/door#${token}`;
  link.hidden = false;
}
export {};
