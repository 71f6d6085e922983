"""Who was visited and who was met, told in every way reps tell it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.listening.names import LONGEST, find_names

TOLD = [
    ("福寿堂殡葬服务，见的老板吴总，骨灰盒想换", "福寿堂殡葬服务", "老板吴总"),
    ("下午去了鑫隆数控，见的机加工车间主任老韩", "鑫隆数控", "车间主任老韩"),
    ("今天见了绿野户外的陈总", "绿野户外", "陈总"),
    ("永康寵物殯葬，見的是老闆娘", "永康寵物殯葬", "老闆娘"),
    ("Joan Hartley, it's hers. Chip shop on the pier", None, "Joan Hartley"),
    ("kev at dunns. hates everything", "dunns", "kev"),
    ("sue from accounts, no budget", None, None),
    ("Dave at the depot. needs tyres", None, None),
    ("Signed! Got Priya Raman at Oakleaf Dental to sign", "Oakleaf Dental", "Priya Raman"),
    ("sat with the yard manager, Tobias Okonkwo-Lindqvist, for two hours. The owner, Mrs Pell, signs", None, "Tobias Okonkwo-Lindqvist"),
    ("drove 90 minutes to Carrow & Sons and the gate was locked", "Carrow & Sons", None),
    ("上午跑了趟永顺五金，老板娘周桂香，店是她跟她男人开的", "永顺五金", "周桂香"),
    ("永顺五金，老板安排好，下周签", "永顺五金", None),
    ("白跑一趟！约好的鼎丰物流马总，人没见着", "鼎丰物流", "马总"),
    ("跟店长小吴聊的，老板娘刘姐说了算", None, "店长小吴"),
    ("我去的是城东那个叫什么来着哦对宏鑫铸造厂他们搬了新厂房", "宏鑫铸造厂", None),
    ("今儿去了趟老客户，聚丰园酒楼，何老板自己的店", "聚丰园酒楼", "何老板"),
    ('今天那家奶茶店，叫"一叶知秋"，小姑娘自己开的', "一叶知秋", None),
    ("Acme China那个procurement manager Kevin，上海的", "Acme China", "Kevin"),
    ("Kevin那个manager说不急", None, None),
    ("南湾渔港的陈队，管冷库的", "南湾渔港", "陈队"),
    ("昨天下午去的。恒昌花卉的老板夫妻俩", "恒昌花卉", None),
    ("见的是佳和医药的HR，姓什么来着，忘了", "佳和医药", "HR"),
    ("Tina", None, "Tina"),
    ("Hello Coach, may I first ask, was my sentence from last week any good? Anyway today: Ms Ferreira, Lusitania Bakery", "Lusitania Bakery", "Ms Ferreira"),
    ("今天见的是老同学，在金桥物业当经理", "金桥物业", None),
    ("Dylan, Blue Door Café. Grinder.", "Blue Door Café", "Dylan"),
    ("ok the short version: Apex Tooling, Ged Moran MD, 3 spindles down", "Apex Tooling", "Ged Moran"),
    ("丽水的民宿，老板是个九零后小伙，叫阿哲。要装地暖", None, "阿哲"),
    ("大通客运的聂站长，站里换安检机", "大通客运", "聂站长"),
    ("新晨幼教的胡园长呗还能有谁", "新晨幼教", "胡园长"),
    ("去的是老丈人介绍的那家，叫什么……志远教具。见的副总老费", "志远教具", "副总老费"),
    ("客户：泰和砂石，老板泰哥", "泰和砂石", "泰哥"),
    ("宁海水产批发，见的是老板的儿子小宁", "宁海水产批发", "小宁"),
    ("康宁护理院，护理部主任郝姐", "康宁护理院", "护理部主任郝姐"),
    ("做外贸的王总", None, "王总"),
    ("机械设备的王总", None, "王总"),
    ("上次那个介绍人介绍的李总", None, "李总"),
    ("Northgate Gym - manager Callum. Franchise", "Northgate Gym", "Callum"),
    ("visited lindqvist bakery on saturday, saw erik lindqvist, third generation", "lindqvist bakery", "erik lindqvist"),
    ("today was Hollins Farm, Gerald Hollins himself. He farms with his two sons", "Hollins Farm", "Gerald Hollins"),
    ("Best was the school. Bursar, Mr Featherstonehaugh, said the boiler won't last", None, "Mr Featherstonehaugh"),
    ("Met Professor Anneliese Grube at the Institute for Marine Optics", "Institute for Marine Optics", "Professor Anneliese Grube"),
    ("saw the practice manager at paws and claws vets in harrogate, gill stubbs. their x ray is slow", "paws and claws vets", "gill stubbs"),
    ("was at fenwick tiles this afternoon, rob fenwick showed me the kiln", "fenwick tiles", "rob fenwick"),
    ("back from dunmore poultry. fergal dunne runs it", "dunmore poultry", "fergal dunne"),
    ("went to see tom barker of barker and sons roofing", "barker and sons roofing", "tom barker"),
    ("the client is northstar freight. met kwame boateng", "northstar freight", "kwame boateng"),
    ("marina bloke, dave trent. wants pontoons", None, "dave trent"),
    ("dave says no. tom agrees, karen loves it, the paint factory is shut", None, None),
    ("he has spare parts from a local machine shop, didnt sign", None, None),
    ("Visited Northgate Bowls Club. Secretary Alan Lowe. They resurfaced the green", "Northgate Bowls Club", "Alan Lowe"),
    ("Saw the chairman of Ryde Rowing Club, Colin Beck. Roof leaks", "Ryde Rowing Club", "Colin Beck"),
    ("They own it. He'd compare with Travis Perkins. Didn't sign.", None, None),
    ("Golf club. Chef de cuisine. Everything works.", None, None),
    ("had a meeting with the CEO of Ferndale Kitchens, Mike Ferndale. he's keen", "Ferndale Kitchens", "Mike Ferndale"),
    ("saw Lauren Ito at Cascade Outfitters, sorry, Laura Ito. she's the buyer", "Cascade Outfitters", "Laura Ito"),
    ("Visited Kestrel Foods. I mean Kestrel Freight. Ann Bow was there", "Kestrel Freight", "Ann Bow"),
    ("Acme Foods | Joan Reyes, VP Ops | line 3 down", "Acme Foods", "Joan Reyes"),
    ("Stellar Signs, Ola, production lead. likes printer", "Stellar Signs", "Ola"),
    ("Went to see Baz at the Kite pub, he's tenant", "Kite pub", "Baz"),
    ("那家福寿花圈店，老板姓丁", "福寿花圈店", "丁老板"),
    ("跑到盛达电梯，说好三点见刘副总", "盛达电梯", "刘副总"),
    ("哦，叫佳美洗涤，见的是副总，姓郝", "佳美洗涤", "郝副总"),
    ("上午去的城南那个牙科诊所叫皓齿口腔见了院长姓陶", "皓齿口腔", "陶院长"),
    ("下午在金鼎拍卖，见的是法人代表周总", "金鼎拍卖", "周总"),
    ("去了趟天马健身器材，老板刘哥", "天马健身器材", "老板刘哥"),
    ("客户嘛叫老王烧烤，就路边摊", "老王烧烤", None),
    ("去了宏远门窗，见的老洪，窗锯一周坏一次", "宏远门窗", "老洪"),
    ("刚从瑞安康复医院出来，跟设备科刘科长谈了俩钟头", "瑞安康复医院", "设备科刘科长"),
    ("和采购部的王经理吃了顿饭", None, "王经理"),
    ("蜀香苑采购的周哥，他头上老板", "蜀香苑", "周哥"),
    ("今天去卓越英语，校长亲自接待", "卓越英语", None),
    ("Called at Westside Motors this morning, owner out", "Westside Motors", None),
    ("Just out of St Jude Rehab", "St Jude Rehab", None),
    ("Saw a partner at Cross & Lane solicitors", "Cross & Lane", None),
    ("He asked where. Somebody started talking of Davis & Shirtliff who have a shop", None, None),
    ("见的是赖总，聊得不错", None, "赖总"),
    ("见了常经理，他能定", None, "常经理"),
    ("他们经常总是拖，新闻主任也不在", None, None),
    ("跟 ABC Dental 的 Dr. Lin 聊了", "ABC Dental", "Dr. Lin"),
    ("见的是恒信律所的何律师", "恒信律所", "何律师"),
    ("去了外地出差，王总也去了", None, "王总"),
    ("我今天见的不是张总是李总，江海船务的，他要买救生筏", "江海船务", "李总"),
    ("采购部经理姓王", None, "采购部王经理"),
    ("负责锅炉的王工说行", None, "王工"),
    ("那家网红店，老板姓丁", None, "丁老板"),
    ("望京那家医美的运营总监", None, None),
    ("老板姓丁名大伟", None, None),
    ("经理，姓啥没问", None, None),
    ("刚从鼎新模具出来，见的是采购经理小林", "鼎新模具", "采购经理小林"),
    ("叫鼎新模具", "鼎新模具", None),
    ("跑了趟宏达食品", "宏达食品", None),
    ("back from Brightside Nurseries", "Brightside Nurseries", None),
    ("下午去了宏达机械，见的采购部李经理", "宏达机械", "采购部李经理"),
    ("上午跑了趟恒瑞化工，跟王总聊了半小时", "恒瑞化工", "王总"),
    ("拜访了南京中山医院，设备科老周接待的", "南京中山医院", "设备科老周"),
    ("今天拜访陈老板，在他店里", None, "陈老板"),
    ("张姐人很好，就是没钱", None, "张姐"),
    ("见了王姐，开三家幼儿园的", None, "王姐"),
    ("路桥塑料厂，见的生产主管顾先生", "路桥塑料厂", "生产主管顾先生"),
    ("刚从东方大酒店出来，见到财务总监刘女士", "东方大酒店", "财务总监刘女士"),
    ("去了趟绿源科技有限公司，见了张伟，他说考虑", "绿源科技有限公司", "张伟"),
    ("客户：宏远电子，联系人：赵工", "宏远电子", "赵工"),
    ("吴江光学厂，设备部蒋部长", "吴江光学厂", "设备部蒋部长"),
    ("去了第一人民医院，见院长助理小马，没谈成", "第一人民医院", "小马"),
    ("到了临海实验小学，校长姓金，孙主任接待", "临海实验小学", "孙主任"),
    ("约了欧阳总在咖啡馆见面", None, "欧阳总"),
    ("龙港印刷，陈总（董事长）", "龙港印刷", "陈总"),
    ("去了盛泰物流，老刘说了算", "盛泰物流", "老刘"),
    ("见的是副总，姓什么忘了", None, "副总"),
    ("見了林董，他自己決定", None, "林董"),
    ("去咗旺角大酒樓集團，見咗陳生，佢話要諗下", "旺角大酒樓集團", "陳生"),
    ("北投溫泉飯店的黃經理", "北投溫泉飯店", "黃經理"),
    ("下午见了采购李经理，在无锡威孚集团", "无锡威孚集团", "采购李经理"),
    ("去了福寿花圈店见了老板娘刘姐", "福寿花圈店", "老板娘刘姐"),
    ("驻马店的一家镇卫生院，院长说他自己能批", None, None),
    ("刚从坡子街出来，见的是一个做口味虾的", None, None),
    ("光谷店门口那位妈妈创业者", None, None),
    ("跑了两家 一个是振东沙发厂的王厂长 海绵的事", "振东沙发厂", "王厂长"),
    ("今日去咗金辉婚庆搵陈生倾灯光租赁", "金辉婚庆", None),
    ("海大养殖场 场长老马和技术员小陈", "海大养殖场", "场长老马"),
    ("大润食品厂食堂 见的行政主管小周 说得跟厂长汇报 厂长再报总公司", "大润食品厂", "行政主管小周"),
    ("红星美凯龙的招商副总老钱 地贴广告 他说得总经理点头", "红星美凯龙", "招商副总老钱"),
    ("翠湖小区业委会周主任 电梯广告位", "翠湖小区业委会", "周主任"),
    ("下午去龙凤呈祥 见的是店长小吴", "龙凤呈祥", "店长小吴"),
    ("跑了趟那家养猪场 见的老板", None, "老板"),
    ("今天去了一家花圈店 见了老板", None, "老板"),
    ("去了建材市场 见了李总", None, "李总"),
    ("去了开发区 见了李总", None, "李总"),
    ("去了新客户那里 见了赵总", None, "赵总"),
    ("见着厂长老徐了 他说冷库老跳闸", None, "厂长老徐"),
    ("六个人就干了 省老钱了", None, None),
    ("宏达机械", "宏达机械", None),
    ("是宏达机械", "宏达机械", None),
    ("saw Dana Whitfield at Whitfield Cold Store, its her company", "Whitfield Cold Store", "Dana Whitfield"),
    ("saw mike at harbour fisheries, signed on the spot", "harbour fisheries", "mike"),
    ("Tammy Ruiz over at Cedar Ridge Dental signed", "Cedar Ridge Dental", "Tammy Ruiz"),
    ("Dropped in on Macca at Wirrabara Grain, owns it", "Wirrabara Grain", "Macca"),
    ("talked with old Bill Hutchinson, both combines are shot", None, "Bill Hutchinson"),
    ("met ms anita rao of greenleaf hotels procurement she said send the quote", "greenleaf hotels", "ms anita rao"),
    ("saw marlene at crumb and co bakery she runs the place", "crumb and co bakery", "marlene"),
    ("was at Gallagher & Sons, sat with Pat Gallagher himself", "Gallagher & Sons", "Pat Gallagher"),
    ("Spoke wi' Morag Sinclair, she's the ops director", None, "Morag Sinclair"),
    ("First was St Brigid's Primary, the principal Maeve Kinsella, she wants the tablets", "St Brigid's Primary", "Maeve Kinsella"),
    ("this guy at Ironworks Gym Darren kept me waiting an hour", "Ironworks Gym", "Darren"),
    ("today was with uh Kavita Deshmukh she runs deshmukh textiles with her brother", "deshmukh textiles", "Kavita Deshmukh"),
    ("met colm the farmer above in ballyhaunis", None, "colm"),
    ("Right. Aisling Burke, Burke Funeral Supplies. Her own business", "Burke Funeral Supplies", "Aisling Burke"),
    ("called to Brady & Daughters Undertakers", "Brady & Daughters Undertakers", None),
    ("Met Mrs Gupta from Lotus Textiles", "Lotus Textiles", "Mrs Gupta"),
    ("met the purchasing manager of Acme", "Acme", "purchasing manager"),
    ("Visited Northgate Dental Clinic, spoke with Dr. Amy Chen", "Northgate Dental Clinic", "Dr. Amy Chen"),
    ("Called on Miller's Dairy, nobody about", "Miller's Dairy", None),
    ("Sat with Mr Patel, owner of a chippy", None, "Mr Patel"),
    ("Spoke to Karen from purchasing, she liked it", None, "Karen"),
    ("went to Bluebird Logistics today and met their CFO", "Bluebird Logistics", "CFO"),
    ("Met w/ Raj Mehta at Sunrise Pharma, budget is there", "Sunrise Pharma", "Raj Mehta"),
    ("Customer: Kestrel Freight. Met: Ann O'Brien, CFO", "Kestrel Freight", "Ann O'Brien"),
    ("caught up with Gazza at Wollongong Steel", "Wollongong Steel", "Gazza"),
    ("I was with Señora Pilar, head of a cookie factory", None, "Señora Pilar"),
    ("Dr. Okonkwo at St. Raphael Hospital showed me the theatre", "St. Raphael Hospital", "Dr. Okonkwo"),
    ("dropped in at Fletcher & Sons Ltd, saw the office manager", "Fletcher & Sons Ltd", "office manager"),
    ("right so Brightwell Dental Lab up in Stockport, saw Priya the lab manager", "Brightwell Dental Lab", "Priya"),
    ("ok knackered. falconry mob, Skyline Falconry, they do pest control. met the guy Gareth Pugh owns it", "Skyline Falconry", "Gareth Pugh"),
    ("signed it!! Academy Crest uniforms, Linda Okafor the MD signed for 3 yrs", "Academy Crest uniforms", "Linda Okafor"),
    ("first one Marlow & Finch the escape room people, want new locks", "Marlow & Finch", None),
    ("quick one. Northgate Cathedral Works Dept, saw the clerk, pigeons", "Northgate Cathedral Works Dept", None),
    ("lost the Whitby Lifeboat Gala marquee job. they went with the lads from Scarborough", "Whitby Lifeboat Gala", None),
    ("lost it. Pennine Ice Rinks. they went with Zambro, 12% cheaper", "Pennine Ice Rinks", None),
    ("great day actually!! Kowalski Piano Movers, Chicago. Met Stan", "Kowalski Piano Movers", "Stan"),
    ("Tuesday I went to Hobbs bakery in Leeds, oven contract", "Hobbs bakery", None),
    ("saw sharon from kings lynn bakery", "kings lynn bakery", "sharon"),
    ("The owner, Sipho, was there himself", None, "Sipho"),
    ("Met Uncle Lim of the char kway teow chain", None, "Uncle Lim"),
    ("visited Krause Metallbau, Chemnitz. Talked with Hr. Krause", "Krause Metallbau", "Hr. Krause"),
    ("Pitched to Jennifer Liu, CTO of Brightwave Software", "Brightwave Software", "Jennifer Liu"),
    ("今天 visit ABC科技，见了 CTO", "ABC科技", "CTO"),
    ("下午跑了一趟恒通塑业", "恒通塑业", None),
    ("今天跑了趟城北的永昌纸箱厂，见的是王厂长", "永昌纸箱厂", "王厂长"),
    ("跑了趟开发区的恒力泵业", "恒力泵业", None),
    ("去永昌纸箱厂转了一圈，见王厂长", "永昌纸箱厂", "王厂长"),
    ("客户是华星电子，刚漏了", "华星电子", None),
    ("客户是天一阁酒店", "天一阁酒店", None),
    ("美味轩的郑老板", "美味轩", "郑老板"),
    ("城西的永兴纺织", "永兴纺织", None),
    ("刚从三一重工出来", "三一重工", None),
    ("他们公司叫鑫源木业", "鑫源木业", None),
    ("市二院", "市二院", None),
    ("今天去的市三院，见的设备科郭科长", "市三院", "设备科郭科长"),
    ("见了宏达机械李经理", "宏达机械", "李经理"),
    ("去了万和电气", "万和电气", None),
    ("今天见的永丰米业老板，挺急", "永丰米业", None),
    ("拜访老客户立白日化", "立白日化", None),
    ("我去了省人民医院信息科", "省人民医院", None),
    ("去了同仁堂", "同仁堂", None),
    ("老客户华美印刷又约我了", "华美印刷", None),
    ("Quick one: Crestview Hotel, spoke to the GM", "Crestview Hotel", None),
    ("Customer is Northern Star Logistics", "Northern Star Logistics", None),
    ("Called on Stein Metalworks", "Stein Metalworks", None),
    ("he owns Kowalski Tool & Die", "Kowalski Tool & Die", None),
    ("Sunrise Poultry", "Sunrise Poultry", None),
    ("visited Kowalski Tool & Die. Ray owns it", "Kowalski Tool & Die", None),
    ("Lakeshore Laundry, Maria Ochoa", "Lakeshore Laundry", "Maria Ochoa"),
    ("Karen Holt, Holt Ceramics", "Holt Ceramics", "Karen Holt"),
    ("just left Cooper's Bakery", "Cooper's Bakery", None),
    ("drove out to Hargrove Dairy", "Hargrove Dairy", None),
    ("Delta Millwork", "Delta Millwork", None),
    ("Precision Castings", "Precision Castings", None),
    ("Fitzgerald's pharmacy, five branches", "Fitzgerald's pharmacy", None),
    ("Great Lakes Dairy, nobody in", "Great Lakes Dairy", None),
    ("今天去的是长沙湘味源", "长沙湘味源", None),
    ("下午三点多去的是鼎盛物流", "鼎盛物流", None),
    ("无锡精锐轴承的陆总", "无锡精锐轴承", "陆总"),
    ("大华印刷的董总", "大华印刷", "董总"),
    ("去看了个五金厂，叫金利来五金", "金利来五金", None),
    ("美容院，叫蔓莉美容", "蔓莉美容", None),
    ("做瓷砖的，叫美陶", "美陶", None),
    ("上午那家叫青蛙互动，做广告的", "青蛙互动", None),
    ("客户是 Bosch 苏州", "Bosch 苏州", None),
    ("客户是长鑫存储", "长鑫存储", None),
    ("跟施耐德的王工谈了两个小时", "施耐德", "王工"),
    ("约了佛山东鹏的黄总在厂里见", "佛山东鹏", "黄总"),
    ("刚从西门子出来 见的是陈工", "西门子", "陈工"),
    ("丝语美发，吴姐是采购总监", "丝语美发", "吴姐"),
    ("店名叫小确幸，两口子开的", "小确幸", None),
    ("今天见了 CTO Kevin，聊得挺深", None, "CTO Kevin"),
    ("采购经理阿强接待的我", None, "采购经理阿强"),
    ("今天跟Tony聊的，他说OK", None, "Tony"),
    ("见的阿强，他说了算", None, "阿强"),
    ("the company's called Green Frog Interactive", "Green Frog Interactive", None),
    ("his firm is called Quayside", "Quayside", None),
    ("a place called Miso, tiny sushi bar, the owner is Yuki", "Miso", "Yuki"),
    ("quick visit to O'Malley's, Sean wasn't in", "O'Malley's", None),
    ("was at Siemens today, met the plant engineer", "Siemens", "plant engineer"),
    ("hi coach, Danube Freight, talked to Ilona", "Danube Freight", "Ilona"),
    ("new client, Blue Lotus Yoga, owner is Meera", "Blue Lotus Yoga", "Meera"),
    ("the CTO, Kevin, was in the meeting", None, "Kevin"),
    ("purchasing manager is a guy called Big Steve", None, "Big Steve"),
    ("met tom he said maybe", None, "tom"),
    ("Today I had gone to Sahyadri Hospital only, in Pune, met Dr. Kulkarni, HOD of anaesthesia", "Sahyadri Hospital", "Dr. Kulkarni"),
    ("aye was oot at The Tattie Bogle the day, met the owner Shona McAllister", "The Tattie Bogle", "Shona McAllister"),
    ("i was over at a place called fairview lodge its a care home and i met the owner mister kapoor at the door", "fairview lodge", "mister kapoor"),
    ("I met with both Claire Nott and Ben Adeyemi at Halden School, she's the bursar and he's head of IT", "Halden School", "Claire Nott"),
    ("second visit to Amara Okafor at Okafor Freight. Last time it was her uncle. Today he was there", "Okafor Freight", "Amara Okafor"),
    ("Sir I visited Lotus Diagnostics, Andheri branch. Mrs. Fernandes is the lab manager there.", "Lotus Diagnostics", "Mrs. Fernandes"),
    ("Hello! Today I was at Green Leaf Garden Centre, I met Ms Wallis who is the buyer", "Green Leaf Garden Centre", "Ms Wallis"),
    ("visited Graham Pike today, nobody else in", None, None),
    ("went to Milton Keynes and met Tom Bell", None, "Tom Bell"),
    ("Quick one. Ridgeway Prep, the bursar Mr Lamb. Minibus.", "Ridgeway Prep", "Mr Lamb"),
    ("Third time at Velden Cheese Works, Marit Velden. It's hers.", "Velden Cheese Works", "Marit Velden"),
    ("Lost Tremaine Foods. Six months of work.", "Tremaine Foods", None),
    ("been at the prison and met the industries manager gordon and he wants a laundry press", None, "gordon"),
    ("The Crooked Spoon, met the owner Shona McAllister", "The Crooked Spoon", "Shona McAllister"),
    ("Acme Logistics. VP Ops, Kim. Demo went well.", "Acme Logistics", "Kim"),
    ("i sat down with the practice manager at bramley road dental her name is louise tandy and she was telling me", "bramley road dental", "louise tandy"),
    ("That's Pete Harding, Harding's Brewery.", "Harding's Brewery", "Pete Harding"),
    ("Lakeside Credit Union, met with branch VP Maria Delgado.", "Lakeside Credit Union", "Maria Delgado"),
    ("Back at Fenwick Tiles again, saw Rob Fenwick's production manager Neil Ashby", "Fenwick Tiles", "Neil Ashby"),
    ("Dr Patel's practice manager Gemma Lowe at Riverside Surgery", "Riverside Surgery", "Gemma Lowe"),
    ("The person I met is Suresh Iyer, GM, Orion Forgings.", "Orion Forgings", "Suresh Iyer"),
    ("At Pilgrim Foods I met with senior buyer Anita Rao.", "Pilgrim Foods", "Anita Rao"),
    ("I was with Father Dominic at St Anselm's", "St Anselm's", "Father Dominic"),
    ("Kim is the VP of Ops at Acme Logistics.", "Acme Logistics", "Kim"),
    ("Day Dairy. Her boss is CFO Martin Grey.", "Day Dairy", None),
    ("met mr okafor at the plant", None, "mr okafor"),
    ("a meeting with Arjun Rao of Tata Motors", "Tata Motors", "Arjun Rao"),
    ("Met 康复科黎主任，聊了需求", None, "康复科黎主任"),
]  # fmt: skip

NOTHING = [
    "", "？", "他说要考虑考虑", "没见到人，白跑一趟", "今天去了一家做包装的厂", "去了个工厂，老板不在", "那个机械厂的没钱", "对方总经理还得批", "由于总经理出差，没谈成",
    "施工队在装修", "这周总是下雨", "每周总结一次", "客户的公司在搬家", "资金总是不够", "我们公司没有这个产品", "他们是做建材公司的", "预算三十万，需求很急", "汽车总成坏了",
    "丰台一小学的操场", "今儿去的烧烤店", "今天见了一家工厂", "去了洗车店", "他自己在书房里", "黄冈某县一中", "延安那边一家县中医院", "防水涂料他试刷了一面墙", "说好下周来厂里看家纺",
    "a bakery", "Two Guys", "Poultry Farm", "Pigeon Forge", "he put it down to toilet paper", "Vet's practice. Nice dog.", "Let's see the plant",
    "I think he has the money", "She said it goes to the board", "We talked about the price", "Nothing signed, no budget.", "the bakery was closed", "the head Office said no", "The Plant Manager, he said no", "signed by The Board on Monday", "the new chef Lead Time is six weeks",
    "I was at the office all day", "No need no sale.", "he will decide next Friday", "It was Monday and raining", "saw nobody at all", "met him again", "Great meeting, they love us!",
    "去的是顺德那边一家做家电的", "今天去的是城东工业园", "他叫我下周再去", "客户叫人把资料拿走了", "老板叫停了这个项目", "叫财务打款", "客户是第一次见，没谈深", "客户是代工厂，说话客气", "客户是酒店工程部总监", "去的时候他不在", "他儿子在天津做买卖", "他刚给闺女在郑州买房", "大理石地板", "儿童摄影，老板娘算账快", "老板去广州进货", "VP Sales接待的", "boss去了Langkawi", "烧烤店改火锅", "he called me back on Friday", "it was called off at the last minute", "they went with Siemens", "the order from Airbus comes in March", "he has a quote from Hegarty's", "met God knows who", "was with Legal all day", "back from Leeds, long day", "a rival called Dave yesterday", "Above him overseer, manager, HQ.",
    "at the end of the day he said no", "I'm from Manchester and I hate rain", "we're with a rival from March", "a cookie factory in Alicante", "see you at 3pm at Starbucks?", "they lost the Great Northern Foods contract", "no joy today. they use Northern Dental Supplies and theyre happy", "he said Kestrel Cleaning Services quoted him half", "Oh My God. Worst Day Ever. all said no", "it was raining all day in North West London",
]  # fmt: skip


@pytest.mark.parametrize(("text", "customer", "contact"), TOLD)
def test_customer_and_contact_are_found_as_told(text: str, customer: str | None, contact: str | None) -> None:
    found = find_names(text)
    assert (found.get("customer"), found.get("contact")) == (customer, contact)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_better_than_a_wrong_name(text: str) -> None:
    assert find_names(text) == {}


@given(st.text(max_size=80) | st.text("去了见王总经理公司机械厂at Met Mr.from Ltd, 的一家", max_size=40))
@settings(max_examples=150, deadline=None)
def test_every_name_is_a_short_verbatim_part_of_any_text(text: str) -> None:
    for key, name in find_names(text).items():
        assert key in ("customer", "contact")
        assert 0 < len(name) <= LONGEST
        assert name in text


@pytest.mark.parametrize(
    "text",
    ["她店里堆着三家的货，欧莱雅的、本地贴牌的", "见的是民营骨科医院的老板，自己是医生", "见的是家装公司的老板", "今天去拜訪補習班，班主任說要報執行長", "她老公，管店里水电的"],
)  # fmt: skip
def test_what_only_describes_the_customer_is_no_name(text: str) -> None:
    assert "customer" not in find_names(text)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("去了康达口腔 见院长李梅 她说了算", "李梅"),
        ("见了厂长王建国，他定", "王建国"),
        ("见的采购经理陈静", "陈静"),
        ("见了院长，时间紧", "院长"),
        ("上次那回见的是楼面经理阿强。今天总算见到老板了，姓温", "温老板"),
        ("上次见的李经理今天不在，换了个王主任接待", "王主任"),
        ("上次见的是李经理", "李经理"),
        ("客户是卓越塑胶，老板卓老板", "卓老板"),
        ("老闆阿珍姐，自己一腳踢", "老闆阿珍姐"),
        ("HR阿May話個plan好", "HR阿May"),
        ("見咗採購主管阿Ken，佢管日常", "採購主管阿Ken"),
        ("见了总务主任老孙还有教导主任杨老师两个人", "总务主任老孙"),
        ("meet了他们的VP of Ops，Jason Lin。", "Jason Lin"),
    ],
)
def test_a_name_behind_the_office_is_the_person_met(text: str, contact: str) -> None:
    assert find_names(text)["contact"] == contact


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("Just back from Hartley's, the bakery on Mill Lane", "Hartley's"),
        ("just left Fenwick's. met Tom Bell", "Fenwick's"),
        ("came from Oakley's this morning", "Oakley's"),
        ("back from Mum's, saw nobody", None),
        ("just left Tom's", None),
    ],
)
def test_a_house_called_by_its_owners_name_is_the_customer_one_comes_from(text: str, customer: str | None) -> None:
    assert find_names(text).get("customer") == customer


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("今天下午去了那个宏图饲料场见的是他们场长老谭聊了大概四十分钟", "宏图饲料场"),
        ("今日去咗觀塘嗰間永興印刷，見咗佢哋老闆娘陳太", "永興印刷"),
        ("今日拜访的是长河水泥的分管设备的彭副总", "长河水泥"),
        ("今天拜会了中原重工采购处的王处", "中原重工"),
        ("去了老街口的王记卤味 老王亲自接的我", "王记卤味"),
        ("二访宏达机械，李经理还是那句话", "宏达机械"),
        ("德盛酒楼签了！", "德盛酒楼"),
        ("今天去一个做石材的厂子 叫什么万利石材 见了个姓洪的老板", "万利石材"),
        ("今天meet了一下Bright Dental的owner", "Bright Dental"),
        ("哦是聚贤楼的王经理", "聚贤楼"),
        ("今日去永泰建筑拜会材料部的郭经理", "永泰建筑"),
        ("刚从Hilltop咖啡出来，owner Grace自己manage三家店", "Hilltop咖啡"),
        ("今朝去咗元朗同興凍肉，老細唔喺度", "元朗同興凍肉"),
        ("哥我今天去的县医院旁边那个康乐大药房 店长不在", "康乐大药房"),
        ("刚跑完万隆屠宰场场长姓马", "万隆屠宰场"),
        ("今天pitch了一家DTC brand，叫Lumi，founder Vivian", "Lumi"),
        ("签啦！！云峰茶叶 茶厂厂长岩温当场签的", "云峰茶叶"),
        ("去了那个塑料袋厂 老板在", None),
        ("旗山那个香蕉合作社见了理事长", None),
        ("去大沥嗰间海鲜酒楼，老板不在", None),
        ("长宁那家高端齿科见了运营总监", None),
        ("今天去了集美一家食品厂,见到人事经理", None),
        ("开洗浴的，三层楼，老板姓牛", None),
    ],
)
def test_a_house_is_named_by_a_word_of_its_own_before_its_trade_and_described_without_one(
    text: str, customer: str | None
) -> None:
    assert find_names(text).get("customer") == customer


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("去了个棋院，少儿围棋那个，弈道棋院，创始人汪老师", "弈道棋院"),
        ("今天去的是那个云岭殡仪馆啊就是城西那个见了他们馆里管后勤的刘科长", "云岭殡仪馆"),
        ("今日去咗旺角嗰间兰芳茶餐厅，同个老细倾洗碗机", "兰芳茶餐厅"),
        ("下午拜访了瀚海篮球馆，老板不在", "瀚海篮球馆"),
        ("跑了趟市图书馆，见的采编部林主任", "市图书馆"),
        ("镇农机站的站长，走路带风", "镇农机站"),
        ("操，白跑一趟，铭泰电镀的老板让我在门口等了俩小时", "铭泰电镀"),
        ("今朝跑了趟武康路额小咖啡馆，叫慢啡，老板娘姓沈", "慢啡"),
        ("见了夫妻俩，开托育园的，园名叫小小芽", "小小芽"),
        ("1. 客户：衡准计量检测 2. 见的人：技术负责人 邓工", "衡准计量检测"),
        ("我去了一家竹编厂，老板不在", None),
        ("去了城南那个篮球场", None),
        ("去了县里的驴肉馆", None),
        ("东平湖那个鱼饲料厂厂长说要跟老板回报", None),
        ("说是来了个副总，管食堂的，好么，我白讲一小时", None),
    ],
)
def test_a_house_whose_first_word_is_no_word_of_the_language_is_named_by_it_whatever_its_trade(
    text: str, customer: str | None
) -> None:
    assert find_names(text).get("customer") == customer


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("国峰新能源的检修主任彭涛，螺栓拉伸器签了四套", "彭涛"),
        ("老板娘管财务，老板管业务，钱得老板娘批", None),
        ("他们主任高兴，说好", None),
        ("老细姓梁", "梁老细"),
        ("盛元驾校，校长老郭口头答应了", "校长老郭"),
    ],
)
def test_a_full_name_behind_an_office_is_no_word_of_the_language(text: str, contact: str | None) -> None:
    assert find_names(text).get("contact") == contact


@pytest.mark.parametrize(
    ("text", "customer", "contact"),
    [
        ("今天去的是市博物馆，哦不对，是区博物馆，见的李馆长……不是馆长，是副馆长李静，谈恒湿展柜", "区博物馆", "李静"),
        ("去了宏达机械，不对，是宏远机械，见的王总", "宏远机械", "王总"),
        ("见的张总，他不是老板，是管生产的", None, "张总"),
    ],
)
def test_a_name_put_right_in_the_same_breath_is_the_last_one(
    text: str, customer: str | None, contact: str | None
) -> None:
    found = find_names(text)
    assert (found.get("customer"), found.get("contact")) == (customer, contact)
