import { expect, lastOf, pendingInvoice, proves, test } from '#suite';

test('a listed invoice is found under its id', proves('resource.invoice-read'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');
  const { listed, answer } = await lastOf(() => api.invoices.list(), 'an invoice', api.invoices.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/startDate': listed['startDate'] });
});

test('the invoice that is pending can be read as such', proves('resource.invoice-pending'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');
  const pending = await pendingInvoice(api);

  expect(pending).toHaveStatus(200);
  expect(pending).toHold({ '/statusName': 'PENDING' });
});
