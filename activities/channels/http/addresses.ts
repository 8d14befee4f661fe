/**
 * Which network addresses messages may be posted to: public ones, and those that the installation allows by name. Everything
 * that belongs to this machine, its link or its network is refused, so that a URL or a name server cannot turn messages inwards.
 */
import { BlockList, isIP } from 'node:net';

/** Thrown at start for an allowed address that is none. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

export interface Addresses {
  /** @param plain whether it would be spoken to without encryption: only what is allowed by name may be */
  readonly permit: (address: string, plain: boolean) => boolean;
}

/**
 * @param allowed addresses or networks, e.g. `10.20.0.0/16`, `127.0.0.1`, `fd00::/8`
 * @throws AddressError
 */
export function createAddresses(allowed: readonly string[]): Addresses {
  const open = new BlockList();
  allowed.forEach((each) => addNetwork(open, each));
  return {
    permit: (address, plain) => {
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (open.check(address, family)) return true;
      return !plain && isIP(address) !== 0 && !inward.check(address, family);
    },
  };
}

/** IPv4 inside IPv6 is judged as IPv4 by the list itself (`::ffff:127.0.0.1`); ways to wrap it otherwise are refused. */
const inwardNetworks = [
  ...['0.0.0.0/8', '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  // Link-local, where clouds answer with their machines' credentials; so they do at 100.100.100.200.
  ...['169.254.0.0/16', '100.64.0.0/10'],
  ...['192.0.0.0/24', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

const inward = new BlockList();
inwardNetworks.forEach((each) => addNetwork(inward, each));

function addNetwork(list: BlockList, network: string): void {
  const [address = '', prefix] = network.split('/');
  const version = isIP(address);
  const bits = prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix);
  if (version === 0 || !/^\d*$/.test(prefix ?? '') || bits > (version === 6 ? 128 : 32))
    throw new AddressError(`“${network}”不是网络地址，应如 10.20.0.0/16 或 127.0.0.1`);
  list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
}
