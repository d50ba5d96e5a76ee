"""Joins the lies, what came of them and the proofs into one page. Arguments: lies.json proofs.txt out.md results.ndjson…, later results win."""
import json, re, sys, collections

lies_file, proofs_file, out, *results = sys.argv[1:]
lies = json.load(open(lies_file))
came = {}
for name in results:
    for line in open(name):
        one = json.loads(line)
        came[one['name']] = one
proofs = {}
name = None
for line in open(proofs_file):
    line = line.rstrip('\n')
    if line.startswith('  true:'): proofs[name] = [line[9:]]
    elif line.startswith('  lying:'): proofs[name].append(line[9:])
    else: name = line.replace('NO DIFFERENCE ', '')
why = dict(re.findall(r'^(\S+): (.+)$', open(__file__.replace('report.py', 'why.txt')).read(), re.M))
prose = open(__file__.replace('report.py', 'prose.md')).read()

words = {'seen': 'seen', 'warned': 'warned', 'told': 'finding only', 'turned': 'not-provoked only', 'met-unseen': 'met, unseen', 'unmet': 'never met'}
def became(one):
    if one['result'] == 'seen': return ', '.join(one['seen'][:3]) + (' …' if len(one['seen']) > 3 else '')
    if one['result'] == 'warned': return ', '.join(one['warned'])
    if one['result'] == 'turned': return ', '.join(t for t in one['turned'] if 'unverified' not in t)
    if one['result'] == 'told': return one['findings'][0].split(': ')[0]
    return ''
kinds = list(dict.fromkeys(l['kind'] for l in lies))
order = ['seen', 'warned', 'told', 'turned', 'met-unseen', 'unmet']
figures = {k: collections.Counter(came[l['name']]['result'] for l in lies if l['kind'] == k) for k in kinds}
total = sum(figures.values(), collections.Counter())
def row(name, c):
    n = sum(c.values())
    return f"| {name} | {n} | " + ' | '.join(str(c[o]) for o in order) + f" | {100 * c['seen'] / n:.0f} % | {100 * (c['seen'] + c['warned']) / n:.0f} % | {100 * (n - c['met-unseen'] - c['unmet']) / n:.0f} % |"
table = ['| kind | lies | ' + ' | '.join(words[o] for o in order) + ' | seen | seen or warned | anything said |', '|---|' + '---|' * 10, *[row(k, figures[k]) for k in kinds], row('all', total)]

md = [prose.split('<!-- figures -->')[0], *table, prose.split('<!-- figures -->')[1], '', '## 1. All lies', '', '| lie | kind | family, method, caller | sentence (file) | result | requirement |', '|---|---|---|---|---|---|']
esc = lambda s: s.replace('|', '\\|').replace('\n', ' ')
for l in lies:
    one = came[l['name']]
    md.append(f"| {l['name']} | {l['kind']} | {esc(l['family'])} | {esc(l['sentence'])} | {words[one['result']]} | {esc(became(one))} |")
md += ['', '## 2. What was not seen, lie by lie', '', 'Each with what the true mock and the lying one answer to the request that tells them apart (`prove.ts`; statuses, then code, detail and parameters of refusals).', '']
for k in kinds:
    md += [f'### {k}', '']
    for l in lies:
        one = came[l['name']]
        if l['kind'] != k or one['result'] == 'seen': continue
        p = proofs.get(l['name'], ['', ''])
        md += [f"**{l['name']}** — {words[one['result']]}" + (f" ({became(one)})" if became(one) else '') + f"; {one['tests']} tests meet it", f"- true: `{p[0][:330]}`", f"- lying: `{p[1][:330]}`", f"- why: {why[l['name']]}", '']
md += ['## 3. Figures', '', *table, '']
open(out, 'w').write('\n'.join(md))
missing = [l['name'] for l in lies if came[l['name']]['result'] != 'seen' and (l['name'] not in why or l['name'] not in proofs)]
print(missing, len(lies), dict(total))
