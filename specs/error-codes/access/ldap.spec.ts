import {
  changeableProject,
  circumstances,
  createProject,
  expect,
  ldapOrganization,
  play,
  proves,
  scenario,
  test,
  withoutField,
  type Scenarios,
} from '#suite';

type LdapCode =
  | 'DISALLOWED_ATTRIBUTE_TURN_ON_LDAP'
  | 'DUPLICATE_ROLE_ENTRY_IN_LDAP_MAPPING'
  | 'MISSING_ROLE_ENTRY_IN_LDAP_MAPPING';

const mapped = (roleName: string, ...ldapGroups: readonly string[]) => ({ roleName, ldapGroups });
const owners = 'cn=owners,dc=example,dc=com';

const scenarios: Scenarios<LdapCode> = {
  DISALLOWED_ATTRIBUTE_TURN_ON_LDAP: [
    scenario({
      given: 'LDAP groups for a project whose users do not come from LDAP',
      state: changeableProject,
      when: ({ projects }, { id }) => projects.update(id, { ldapGroupMappings: [mapped('GROUP_OWNER', owners)] }),
      excused: withoutField('ldapGroupMappings'),
      fills: () => ['ldapGroupMappings'],
      watch: ({ projects }, { id }) => projects.read(id),
      beside: ({ projects, names }, { id }) => projects.update(id, { name: names.name('project') }),
    }),
    scenario({
      given: 'a project with LDAP groups where users do not come from LDAP',
      state: async ({ names }) => names.name('project'),
      when: (api, name) => createProject(api, { name, ldapGroupMappings: [mapped('GROUP_OWNER', owners)] }),
      excused: withoutField('ldapGroupMappings'),
      fills: () => ['ldapGroupMappings'],
      watch: ({ projects }, name) => projects.list({ name }),
      beside: (api, name) => createProject(api, { name }),
    }),
  ],
  DUPLICATE_ROLE_ENTRY_IN_LDAP_MAPPING: scenario({
    given: 'a project in which LDAP groups have the same role in two entries',
    state: async (api) => ({ orgId: (await ldapOrganization(api)).id, name: api.names.name('project') }),
    when: (api, state) =>
      createProject(api, {
        ...state,
        ldapGroupMappings: [mapped('GROUP_OWNER', owners), mapped('GROUP_OWNER', `ou=other,${owners}`)],
      }),
    fills: () => ['GROUP_OWNER'],
    watch: ({ projects }, { name }) => projects.list({ name }),
    beside: (api, state) =>
      createProject(api, { ...state, ldapGroupMappings: [mapped('GROUP_OWNER', owners), mapped('GROUP_READ_ONLY', owners)] }),
  }),
  MISSING_ROLE_ENTRY_IN_LDAP_MAPPING: [[mapped('ORG_MEMBER', owners)], [mapped('ORG_OWNER')]].map((ldapGroupMappings) =>
    scenario({
      given: `an organization for which ${ldapGroupMappings[0]!.ldapGroups.length === 0 ? 'no LDAP group' : 'nobody'} is said to own it`,
      risk: 'destructive',
      state: ldapOrganization,
      when: ({ organizations }, { id }) => organizations.update(id, { ldapGroupMappings }),
      fills: () => ['ORG_OWNER'],
      watch: ({ organizations }, { id }) => organizations.read(id),
      beside: ({ organizations }, { id, ldapGroupMappings: kept }) => organizations.update(id, { ldapGroupMappings: kept }),
    }),
  ),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
