import { accessListWord, bothReworded, onlyCloudManager, whitelistWord } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const accessListCodes = {
  ACCESS_LIST_ACCESS_DENIED:                  accessListWord(401, 'WHITELIST_ACCESS_DENIED', 'Cannot retrieve access list for user {username}, which is not currently logged in.'),
  ACCESS_LIST_NOT_FOUND:                      accessListWord(404, 'WHITELIST_NOT_FOUND', 'IP address {address} not on access list for user {username}.'),
  ADDRESS_ALREADY_IN_ACCESS_LIST:             accessListWord(409, 'ADDRESS_ALREADY_IN_WHITELIST', 'The address {address} is already on the access list.'),
  ADDRESS_ALREADY_IN_WHITELIST:               whitelistWord(409, 'ADDRESS_ALREADY_IN_ACCESS_LIST', 'The address {address} is already on the whitelist.'),
  API_KEY_ACCESS_LIST_ACCESS_DENIED:          accessListWord(400, 'API_KEY_WHITELIST_ACCESS_DENIED', 'API Key access lists are only accessible by the API Key or by a user administrator.'),
  API_KEY_ACCESS_LIST_NOT_FOUND:              accessListWord(404, 'API_KEY_WHITELIST_NOT_FOUND', 'The specified IP address does not exist in the corresponding API key access list.'),
  API_KEY_WHITELIST_ACCESS_DENIED:            whitelistWord(400, 'API_KEY_ACCESS_LIST_ACCESS_DENIED', 'API Key whitelists are only accessible by the API Key itself or by a user administrator.'),
  API_KEY_WHITELIST_NOT_FOUND:                whitelistWord(404, 'API_KEY_ACCESS_LIST_NOT_FOUND', 'The specified IP address does not exist in the corresponding API Key whitelist.'),
  BAD_ACCESS_LIST_ADD_REQUEST:                accessListWord(400, 'BAD_WHITELIST_ADD_REQUEST', 'Should not specify both the IP address and the CIDR block.'),
  BAD_WHITELIST_ADD_REQUEST:                  whitelistWord(400, 'BAD_ACCESS_LIST_ADD_REQUEST', 'Should not specify both the IP address and the CIDR block.'),
  CANNOT_ADD_IP_ADDRESS_TO_API_KEY_WHITELIST: onlyCloudManager(400, 'The specified address cannot be added to whitelists. Cloud Manager does not allow certain IP addresses to be whitelisted, such as 0.0.0.0/32.'),
  CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST:      accessListWord(400, 'CANNOT_REMOVE_CALLER_FROM_WHITELIST', "Cannot remove caller's IP address {address} from access list."),
  CANNOT_REMOVE_CALLER_FROM_WHITELIST:        whitelistWord(400, 'CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST', "Cannot remove caller's IP address {address} from whitelist."),
  DUPLICATE_ADDRESSES_IN_INPUT:               bothReworded(400,
    'Two or more of the IP addresses being added to the access list are the same.',
    'Two or more of the IP addresses being added to the whitelist are the same.'),
  IP_ADDRESS_NOT_ON_ACCESS_LIST:              accessListWord(403, 'IP_ADDRESS_NOT_ON_WHITELIST', 'IP address {address} is not allowed to access this resource.'),
  IP_ADDRESS_NOT_ON_WHITELIST:                whitelistWord(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', 'IP address {address} is not allowed to access this resource.'),
  WHITELIST_ACCESS_DENIED:                    whitelistWord(401, 'ACCESS_LIST_ACCESS_DENIED', 'Cannot access whitelist for user {username}, which is not currently logged in.'),
  WHITELIST_NOT_FOUND:                        whitelistWord(404, 'ACCESS_LIST_NOT_FOUND', 'IP address {address} not on whitelist for user {username}.'),
} as const satisfies ErrorCodeTable;
