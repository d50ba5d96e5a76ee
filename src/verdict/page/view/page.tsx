import type { PageData } from '../page-data.ts';
import { useAddress } from './address.ts';
import { Causes } from './causes.tsx';
import { Changes } from './changes.tsx';
import { Codes } from './codes.tsx';
import { Header } from './header.tsx';
import { Matrix } from './matrix.tsx';
import { Requirements } from './requirements.tsx';
import { TimeLine } from './time-line.tsx';
import { Unseen } from './unseen.tsx';
import { CopyLine, List, Section } from './parts.tsx';

/** The whole page: what a reader asks first stands first. */
export function Page({ data }: { readonly data: PageData }) {
  const [address, choose] = useAddress();
  return (
    <>
      <a class="skip" href={`#?`}>
        To the requirements
      </a>
      <Header data={data} />
      <main>
        <Causes data={data} />
        <Changes data={data} />
        <Matrix data={data} />
        <Unseen data={data} />
        <Requirements data={data} address={address} choose={choose} />
        <Codes data={data} />
        <TimeLine data={data} />
        {data.cleanup.length > 0 && (
          <Section title="What the run made" id="made">
            <List items={data.cleanup} />
          </Section>
        )}
      </main>
      <footer>
        <p>To repeat the run:</p>
        <CopyLine text={data.again} />
      </footer>
    </>
  );
}
