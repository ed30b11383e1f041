// A board file that version 1 has written. It is never written anew: boards lie on people's disks.
export const VERSION_1 = String.raw`{"type":"inkroom/board","version":1,"name":"Plan for spring","shapes":[
{"parent":"page","x":100,"y":50,"rotation":0,"opacity":1,"color":"ink","size":"m","id":"rect","kind":"rect","w":120,"h":80,"fill":"semi","dash":"solid"},
{"parent":"page","x":100,"y":50,"rotation":0,"opacity":1,"color":"ink","size":"m","quantum":0.125,"pressure":true,"id":"draw","kind":"draw","nib":"pen","scaleX":1,"scaleY":1,"done":true,"points":[0,0,128,48,32,10,48,-24,-138]},
{"parent":"page","x":100,"y":50,"rotation":0.5,"opacity":1,"color":"ink","size":"m","id":"arrow","kind":"arrow","vertices":[0,0,80,0,120,60],"startHead":"none","endHead":"arrow","dash":"dashed","start":null,"end":{"id":"rect","x":0.5,"y":0}},
{"parent":"page","x":100,"y":50,"rotation":0,"opacity":0.5,"color":"ink","size":"m","id":"text","kind":"text","text":"two\nlines","w":60,"h":50,"autoWidth":true,"scale":1,"align":"center"},
{"parent":"page","x":100,"y":50,"rotation":0,"opacity":1,"color":"ink","size":"m","id":"ellipse","kind":"ellipse","w":90,"h":60,"fill":"none","dash":"solid"},
{"parent":"page","x":100,"y":50,"rotation":0,"opacity":1,"color":"ink","size":"m","id":"line","kind":"line","vertices":[0,0,-40,30],"dash":"dotted"}
]}
`;
