import { expect, lastOf, pendingInvoice, proves, test } from '#suite';

test('a listed invoice is found under its id', proves('resource.invoice-read'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');
  const { listed, answer } = await lastOf(() => stage.invoices.list(), 'an invoice', stage.invoices.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/startDate': listed['startDate'] });
});

test('the invoice that is pending can be read as such', proves('resource.invoice-pending'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');
  const pending = await pendingInvoice(stage);

  expect(pending).toHaveStatus(200);
  expect(pending).toHold({ '/statusName': 'PENDING' });
});
